-- What went on in an album, for its members to read; goes with the album.
CREATE TABLE activity (
  owner_id text        NOT NULL,
  album_id uuid        NOT NULL,
  id       uuid        NOT NULL,
  at       timestamptz NOT NULL,
  actor    text        NOT NULL,
  kind     text        NOT NULL,
  -- how many things, and the first few images among them
  amount   integer     NOT NULL,
  images   uuid[]      NOT NULL,
  subject  text,
  PRIMARY KEY (owner_id, album_id, id),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);
