CREATE TABLE album (
  owner_id     text        NOT NULL,
  id           uuid        NOT NULL,
  title        text        NOT NULL,
  description  text,
  -- what the owner picked, and what is shown: the pick while it is visible, else the first visible item
  chosen_cover uuid,
  cover        uuid,
  item_count   bigint      NOT NULL,
  -- grows with every change of the album or its items; ETag and order of its events
  revision     bigint      NOT NULL,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id)
);
