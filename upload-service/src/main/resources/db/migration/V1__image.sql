-- One row for every picture ever taken in; a purged one stays as a tombstone without its name.
-- owner_id leads the key: it is the shard key, and every hot query names it.
CREATE TABLE image (
  owner_id      text        NOT NULL,
  id            uuid        NOT NULL,
  file_name     text        NOT NULL,
  type          text        NOT NULL,
  bytes         bigint      NOT NULL CHECK (bytes > 0),
  sha256        text        NOT NULL CHECK (length(sha256) = 64),
  width         integer,
  height        integer,
  uploaded_at   timestamptz NOT NULL,
  revision      bigint      NOT NULL,
  trashed_at    timestamptz,
  purge_after   timestamptz,
  purged_at     timestamptz,
  bytes_deleted boolean     NOT NULL,
  PRIMARY KEY (owner_id, id),
  CHECK ((trashed_at IS NULL) = (purge_after IS NULL))
);
-- The same bytes of the same owner exist once; after a purge they may come again.
CREATE UNIQUE INDEX image_alive_by_content ON image (owner_id, sha256) WHERE purged_at IS NULL;
CREATE INDEX image_purged_by_content ON image (owner_id, sha256) WHERE purged_at IS NOT NULL;
CREATE INDEX image_trash_of_owner ON image (owner_id, purge_after) WHERE trashed_at IS NOT NULL AND purged_at IS NULL;
CREATE INDEX image_trash_due ON image (purge_after) WHERE trashed_at IS NOT NULL AND purged_at IS NULL;
CREATE INDEX image_bytes_to_delete ON image (purged_at) WHERE purged_at IS NOT NULL AND NOT bytes_deleted;
