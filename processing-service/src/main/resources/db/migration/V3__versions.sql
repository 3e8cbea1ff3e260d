-- A version is a recipe over the untouched original; number 1 is the original itself. History only grows.
CREATE TABLE version (
  owner_id      text        NOT NULL,
  image_id      uuid        NOT NULL,
  number        integer     NOT NULL,
  author        text        NOT NULL,
  author_name   text,
  created_at    timestamptz NOT NULL,
  note          text,
  based_on      integer,
  -- The whole list over the original, as JSON.
  operations    text        NOT NULL DEFAULT '[]',
  -- Upright pixels and bytes; not known before the first rendering.
  width         integer,
  height        integer,
  bytes         bigint,
  -- How far its thumbnails are.
  state         text        NOT NULL DEFAULT 'PROCESSING',
  reason        text,
  -- Renderings that were begun and never ended: a picture that stops the program is given up after some.
  attempts      integer     NOT NULL DEFAULT 0,
  requeued      boolean     NOT NULL DEFAULT false,
  -- Whoever took it from the queue has until then, before somebody else does.
  claimed_until timestamptz,
  PRIMARY KEY (owner_id, image_id, number),
  FOREIGN KEY (owner_id, image_id) REFERENCES image (owner_id, id) ON DELETE CASCADE
);
CREATE INDEX version_to_redo ON version (image_id) WHERE requeued;
CREATE INDEX version_in_work ON version (created_at) WHERE state = 'PROCESSING';
CREATE INDEX version_failed ON version (image_id) WHERE state = 'FAILED';

-- What is rendered already is rendered once more, bit by bit: for the other formats, and for its size.
INSERT INTO version (owner_id, image_id, number, author, created_at, bytes, state, reason, attempts, requeued)
SELECT owner_id, id, 1, owner_id, uploaded_at, bytes, CASE WHEN state = 'FAILED' THEN 'FAILED' ELSE 'PROCESSING' END,
       CASE WHEN state = 'FAILED' THEN reason END, attempts, requeued OR state = 'READY'
FROM image
WHERE state <> 'AWAITED' AND NOT purged;
