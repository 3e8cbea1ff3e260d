-- Who was mentioned where; the recipient leads. What it is about is looked up when it is read, and only if they may see it then.
CREATE TABLE notification (
  person_id  text        NOT NULL,
  id         uuid        NOT NULL,
  owner_id   text        NOT NULL,
  thing_id   uuid        NOT NULL,
  comment_id uuid        NOT NULL,
  PRIMARY KEY (person_id, id),
  UNIQUE (owner_id, thing_id, comment_id, person_id),
  FOREIGN KEY (owner_id, thing_id, comment_id) REFERENCES comment (owner_id, thing_id, id) ON DELETE CASCADE
);
