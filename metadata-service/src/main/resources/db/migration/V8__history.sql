-- Every change that somebody made to what is said of an image. Ids are UUID version 7, so they sort by time.
CREATE TABLE edit_history (
  owner_id    text        NOT NULL,
  image_id    uuid        NOT NULL,
  id          uuid        NOT NULL,
  at          timestamptz NOT NULL,
  author_id   text        NOT NULL,
  author_name text,
  field       text        NOT NULL,
  before      jsonb,
  after       jsonb,
  -- Whether somebody had said something on this field before; if not, before is what the file says.
  edited      boolean     NOT NULL,
  job_id      uuid,
  PRIMARY KEY (owner_id, image_id, id)
);
CREATE INDEX edit_history_of_job ON edit_history (owner_id, job_id, image_id) WHERE job_id IS NOT NULL;
