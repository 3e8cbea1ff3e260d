-- What those who watch an album are still to be told: a queue, drained together, so that a thousand changes are one event.
CREATE TABLE news_due (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  album_id uuid NOT NULL,
  kind     text NOT NULL,
  -- the picture it is about; null when it is about the album
  image_id uuid
);
