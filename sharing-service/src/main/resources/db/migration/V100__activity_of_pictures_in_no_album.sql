-- What others did to a picture that its owner sees in no album: for its owner's own list, since no album tells of it.
CREATE TABLE picture_activity (
  owner_id text        NOT NULL,
  id       uuid        NOT NULL,
  image_id uuid        NOT NULL,
  at       timestamptz NOT NULL,
  actor    text,
  kind     text        NOT NULL,
  subject  text,
  PRIMARY KEY (owner_id, id)
);

CREATE INDEX picture_activity_of_image ON picture_activity (owner_id, image_id);
