-- One small sign per person, kind and thing.
CREATE TABLE reaction (
  owner_id  text NOT NULL,
  thing_id  uuid NOT NULL,
  emoji     text NOT NULL,
  author_id text NOT NULL,
  -- set for an album, so that its reactions go with it
  album_id  uuid,
  PRIMARY KEY (owner_id, thing_id, emoji, author_id),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX reaction_of_album ON reaction (owner_id, album_id) WHERE album_id IS NOT NULL;
