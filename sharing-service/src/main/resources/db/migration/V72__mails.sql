-- What somebody is to be told by mail: collected for a while and sent together. A row is gone once it was claimed for sending,
-- so whatever happens after that, nothing is sent twice.
CREATE TABLE mail_due (
  person_id text        NOT NULL,
  id        uuid        NOT NULL,
  kind      text        NOT NULL,
  -- id of who did it; null for a guest
  actor     text,
  -- what it is about: one of the two
  album_id  uuid,
  image_id  uuid,
  amount    integer     NOT NULL,
  tries     integer     NOT NULL DEFAULT 0,
  at        timestamptz NOT NULL,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX mail_due_oldest ON mail_due (at);

-- What somebody does not want to be told by mail; who is not here wants all.
CREATE TABLE mail_refusal (
  person_id text   PRIMARY KEY,
  kinds     text[] NOT NULL
);
