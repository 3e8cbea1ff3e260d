-- Albums that follow a query over their founder's own pictures. Their items are rows like those of any other album, so that rights,
-- links, events and search know no difference.
ALTER TABLE album ADD COLUMN smart boolean NOT NULL DEFAULT false;

CREATE TABLE smart_album (
  owner_id   text        NOT NULL,
  album_id   uuid        NOT NULL,
  query      text        NOT NULL,
  -- grows with the query, so that what was asked for the one before is not written for this one
  generation bigint      NOT NULL DEFAULT 1,
  -- until all that the query finds was put in for the first time
  filling    boolean     NOT NULL DEFAULT true,
  -- up to which image the running comparison has come; null between two
  reached    uuid,
  -- when everything is compared with the index again
  due_at     timestamptz NOT NULL,
  PRIMARY KEY (owner_id, album_id),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);
CREATE INDEX smart_album_due ON smart_album (due_at);

-- Who has such albums, and who works on them: one worker for all albums of an owner, so that no old answer is written over a new one.
CREATE TABLE smart_owner (
  owner_id    text        NOT NULL PRIMARY KEY,
  worker      uuid,
  lease_until timestamptz,
  turn_at     timestamptz NOT NULL
);

-- Their images that changed and have not been looked at since. A set: ten changes of an image are one look.
CREATE TABLE smart_due (
  owner_id text        NOT NULL,
  image_id uuid        NOT NULL,
  -- grows with every change, so that a look does not settle what came after it began
  stamp    bigint      NOT NULL DEFAULT 1,
  tries    int         NOT NULL DEFAULT 0,
  due_at   timestamptz NOT NULL,
  PRIMARY KEY (owner_id, image_id)
);
CREATE INDEX smart_due_oldest ON smart_due (due_at);
