-- What is known of an image. Events of different topics come in any order, so all but the key may be unknown yet.
-- A purged image keeps its key alone, so that a latecomer cannot resurrect it.
CREATE TABLE image (
  owner_id            text        NOT NULL,
  id                  uuid        NOT NULL,
  file_name           text,
  type                text,
  bytes               bigint,
  sha256              text,
  stored_width        integer,
  stored_height       integer,
  uploaded_at         timestamptz,
  facts               jsonb,
  edits               jsonb,
  extracted_at        timestamptz,
  revision            bigint      NOT NULL DEFAULT 0,
  rendering           text,
  failure             text,
  version             integer     NOT NULL DEFAULT 1,
  rendering_revision  bigint      NOT NULL DEFAULT 0,
  rendered_width      integer,
  rendered_height     integer,
  thumbhash           text,
  lifecycle_revision  bigint      NOT NULL DEFAULT 0,
  trashed_at          timestamptz,
  purged_at           timestamptz,
  -- Wall time of capture as if it were UTC; where that is unknown, the time of the upload.
  taken_sort          timestamptz,
  PRIMARY KEY (owner_id, id)
);
CREATE INDEX image_library ON image (owner_id, taken_sort DESC, id DESC)
  WHERE trashed_at IS NULL AND purged_at IS NULL AND uploaded_at IS NOT NULL;
CREATE INDEX image_trash ON image (owner_id, trashed_at DESC, id DESC)
  WHERE trashed_at IS NOT NULL AND purged_at IS NULL AND uploaded_at IS NOT NULL;
