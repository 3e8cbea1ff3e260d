ALTER TABLE link ADD COLUMN allow_upload boolean NOT NULL DEFAULT false;
-- What the token of the link's maker said of their quota, since what guests send counts on it.
ALTER TABLE link ADD COLUMN maker_quota text;

-- What was decided about a guest's picture that waits at upload-service. Written before anything is done about it, so that
-- whoever crashes in between is finished for; settled once it is done.
CREATE TABLE guest_decision (
  owner_id    text        NOT NULL,
  album_id    uuid        NOT NULL,
  id          uuid        NOT NULL,
  verdict     text        NOT NULL CHECK (verdict IN ('ACCEPT', 'REJECT')),
  guest_name  text,
  decided_by  text        NOT NULL,
  decided_at  timestamptz NOT NULL,
  settled     boolean     NOT NULL,
  -- what an accepted picture became
  image_id    uuid,
  PRIMARY KEY (owner_id, album_id, id),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX guest_decision_unsettled ON guest_decision (decided_at) WHERE NOT settled;
CREATE INDEX guest_decision_settled_since ON guest_decision (decided_at) WHERE settled;
