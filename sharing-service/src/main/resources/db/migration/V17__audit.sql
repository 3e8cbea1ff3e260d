-- Who gave whom what, and who took it back. Outlives the album and the image it is about.
CREATE TABLE audit_entry (
  owner_id text        NOT NULL,
  id       uuid        NOT NULL,
  at       timestamptz NOT NULL,
  actor    text        NOT NULL,
  action   text        NOT NULL,
  album_id uuid,
  image_id uuid,
  -- whom, as the actor called them, and which role or right
  subject  text,
  allowed  text,
  PRIMARY KEY (owner_id, id)
);

CREATE INDEX audit_of_album ON audit_entry (album_id, id) WHERE album_id IS NOT NULL;
CREATE INDEX audit_of_image ON audit_entry (owner_id, image_id, id) WHERE image_id IS NOT NULL;
CREATE INDEX audit_export ON audit_entry (id);
