-- Work on many images of one owner. All of its state is here, so that any replica goes on where another one died.
CREATE TABLE job (
  owner_id    text        NOT NULL,
  id          uuid        NOT NULL,
  kind        text        NOT NULL,
  spec        jsonb       NOT NULL,
  -- collecting, running, done or failed
  state       text        NOT NULL,
  author_name text,
  total       bigint      NOT NULL DEFAULT 0,
  changed     bigint      NOT NULL DEFAULT 0,
  unchanged   bigint      NOT NULL DEFAULT 0,
  failed      bigint      NOT NULL DEFAULT 0,
  reason      text,
  undoes      uuid,
  created_at  timestamptz NOT NULL,
  finished_at timestamptz,
  -- Who works on it until when; a worker that finds another one here stops.
  worker      uuid,
  lease_until timestamptz,
  touched_at  timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id)
);
CREATE INDEX job_open ON job (touched_at) WHERE finished_at IS NULL;
CREATE UNIQUE INDEX job_undone_once ON job (owner_id, undoes) WHERE undoes IS NOT NULL;
CREATE INDEX job_forget_old ON job (finished_at) WHERE finished_at IS NOT NULL;
CREATE TABLE job_item (
  owner_id text   NOT NULL,
  job_id   uuid   NOT NULL,
  image_id uuid   NOT NULL,
  -- pending, changed, unchanged or failed
  state    text   NOT NULL DEFAULT 'pending',
  reason   text,
  PRIMARY KEY (owner_id, job_id, image_id),
  FOREIGN KEY (owner_id, job_id) REFERENCES job (owner_id, id) ON DELETE CASCADE
);
CREATE INDEX job_item_pending ON job_item (owner_id, job_id, image_id) WHERE state = 'pending';
CREATE INDEX job_item_failed ON job_item (owner_id, job_id, image_id) WHERE state = 'failed';
