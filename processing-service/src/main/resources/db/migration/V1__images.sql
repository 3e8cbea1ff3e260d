-- What this service knows of an image. A row may exist before the upload is known: its deletion can be told first.
CREATE TABLE image (
  owner_id           text        NOT NULL,
  id                 uuid        NOT NULL,
  state              text        NOT NULL DEFAULT 'AWAITED',
  reason             text,
  file_name          text,
  type               text,
  bytes              bigint,
  sha256             text,
  object_key         text,
  uploaded_at        timestamptz,
  -- Renderings that were begun and never ended: a picture that stops the program is given up after some.
  attempts           integer     NOT NULL DEFAULT 0,
  -- Grows with every rendering that ended.
  revision           bigint      NOT NULL DEFAULT 0,
  lifecycle_revision bigint      NOT NULL DEFAULT 0,
  trashed            boolean     NOT NULL DEFAULT false,
  purged             boolean     NOT NULL DEFAULT false,
  -- Above 0: its renditions have to be deleted from the store; counted, so that a later wish is not taken as granted.
  sweeps             integer     NOT NULL DEFAULT 0,
  requeued           boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (owner_id, id)
);
-- A request names the image only.
CREATE UNIQUE INDEX image_by_id ON image (id);
CREATE INDEX image_to_sweep ON image (id) WHERE sweeps > 0;
CREATE INDEX image_to_redo ON image (id) WHERE requeued;
CREATE INDEX image_failed ON image (id) WHERE state = 'FAILED';
