-- Every file of an image whose original was replaced, oldest first; none is deleted before the image is purged, and then
-- the rows stay for "you have deleted this". An image that has but one file has no row here.
CREATE TABLE original (
  owner_id   text        NOT NULL,
  image_id   uuid        NOT NULL,
  number     integer     NOT NULL,
  file_name  text        NOT NULL,
  type       text        NOT NULL,
  bytes      bigint      NOT NULL CHECK (bytes > 0),
  sha256     text        NOT NULL CHECK (length(sha256) = 64),
  object_key text        NOT NULL,
  width      integer,
  height     integer,
  stored_at  timestamptz NOT NULL,
  PRIMARY KEY (owner_id, image_id, number),
  FOREIGN KEY (owner_id, image_id) REFERENCES image (owner_id, id)
);
CREATE UNIQUE INDEX original_by_key ON original (owner_id, object_key);
CREATE INDEX original_by_content ON original (owner_id, sha256);

ALTER TABLE image
  -- Number of the file that counts, and how many there are.
  ADD COLUMN original      integer NOT NULL DEFAULT 1,
  ADD COLUMN originals     integer NOT NULL DEFAULT 1,
  -- Bytes of the files that do not count now.
  ADD COLUMN kept_bytes    bigint  NOT NULL DEFAULT 0,
  -- Grows with every record of image-uploaded.
  ADD COLUMN file_revision bigint  NOT NULL DEFAULT 1,
  -- The newest version whose original was followed.
  ADD COLUMN version       integer NOT NULL DEFAULT 1;
