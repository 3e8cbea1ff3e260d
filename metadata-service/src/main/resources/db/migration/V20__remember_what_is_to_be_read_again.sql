-- Images whose files wait to be read again. The event id makes the result count once, however often it is tried.
CREATE TABLE rereading (
  owner_id     text        NOT NULL,
  image_id     uuid        NOT NULL,
  event_id     uuid        NOT NULL DEFAULT gen_random_uuid(),
  requested_at timestamptz NOT NULL,
  -- Until then somebody works on it.
  taken_until  timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (owner_id, image_id)
);
CREATE INDEX rereading_queue ON rereading (requested_at, owner_id, image_id);
