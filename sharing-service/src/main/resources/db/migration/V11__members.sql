-- Who has which role in an album. Its founder is a member like any other, so that one rule holds for all.
CREATE TABLE member (
  owner_id text        NOT NULL,
  album_id uuid        NOT NULL,
  id       uuid        NOT NULL,
  -- as invited: user:bob, user:bob@example.org, user:<id> or group:family
  label    text        NOT NULL,
  -- as tokens prove it: user:<id> or group:<name>; null while nobody has come who is meant
  subject  text,
  -- 1 viewer, 2 contributor, 3 editor, 4 owner
  role     smallint    NOT NULL CHECK (role BETWEEN 1 AND 4),
  added_by text        NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, album_id, id),
  UNIQUE (owner_id, album_id, label),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX member_of_subject ON member (subject, album_id);
CREATE INDEX member_of_album ON member (album_id);
CREATE INDEX member_awaited ON member (label) WHERE subject IS NULL;

INSERT INTO member
SELECT owner_id, id, gen_random_uuid(), 'user:' || owner_id, 'user:' || owner_id, 4, owner_id, created_at FROM album;
