-- Objects that nobody will need after that moment: staged ones that are not published by then, and those that newer replaced.
CREATE TABLE leftover (
  owner_id text        NOT NULL,
  prefix   text        NOT NULL,
  due      timestamptz NOT NULL,
  PRIMARY KEY (owner_id, prefix)
);
CREATE INDEX leftover_due ON leftover (due);
