-- A right to one image, given by its owner.
CREATE TABLE image_grant (
  owner_id   text        NOT NULL,
  image_id   uuid        NOT NULL,
  id         uuid        NOT NULL,
  -- label and subject as in table member
  label      text        NOT NULL,
  subject    text,
  -- 1 view, 2 download, 3 edit; each includes the ones before
  level      smallint    NOT NULL CHECK (level BETWEEN 1 AND 3),
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, image_id, id),
  UNIQUE (owner_id, image_id, label)
);

CREATE INDEX image_grant_of_subject ON image_grant (subject, image_id);
CREATE INDEX image_grant_awaited ON image_grant (label) WHERE subject IS NULL;
