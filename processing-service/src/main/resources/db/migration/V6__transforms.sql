-- Renditions made on demand and kept for the next who asks; of one image only so many.
CREATE TABLE transform (
  owner_id   text        NOT NULL,
  image_id   uuid        NOT NULL,
  version    integer     NOT NULL,
  -- What was asked for, in its one spelling.
  name       text        NOT NULL,
  format     text        NOT NULL,
  width      integer     NOT NULL,
  height     integer     NOT NULL,
  bytes      bigint      NOT NULL,
  checksum   text        NOT NULL,
  object_key text        NOT NULL,
  last_used  timestamptz NOT NULL,
  PRIMARY KEY (owner_id, image_id, version, name)
);
CREATE INDEX transform_by_use ON transform (owner_id, image_id, last_used);
