-- Edits of pictures that the albums showing them are still to be told of: a queue, drained together, so that a thousand are one entry.
CREATE TABLE edit_due (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id text NOT NULL,
  album_id uuid NOT NULL,
  actor    text NOT NULL,
  kind     text NOT NULL,
  image_id uuid NOT NULL
);
