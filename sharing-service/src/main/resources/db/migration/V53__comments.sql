-- What people say about an album or an image; owner_id is that of the thing, thing_id its id.
CREATE TABLE comment (
  owner_id   text        NOT NULL,
  thing_id   uuid        NOT NULL,
  id         uuid        NOT NULL,
  -- set for an album, so that the comments go with it
  album_id   uuid,
  -- null for a guest, who has a name only
  author_id  text,
  guest_name text,
  text       text        NOT NULL,
  created_at timestamptz NOT NULL,
  edited_at  timestamptz,
  PRIMARY KEY (owner_id, thing_id, id),
  CHECK (num_nonnulls(author_id, guest_name) = 1),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX comment_of_album ON comment (owner_id, album_id) WHERE album_id IS NOT NULL;
