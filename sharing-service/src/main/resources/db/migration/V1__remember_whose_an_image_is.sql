-- Folded from the events of upload-service. A purged image stays as a tombstone, so that a latecomer cannot bring it back.
CREATE TABLE image (
  owner_id text   NOT NULL,
  id       uuid   NOT NULL,
  state    text   NOT NULL CHECK (state IN ('LIVE', 'TRASHED', 'PURGED')),
  -- of the life cycle event that made this state; 0 before the first
  revision bigint NOT NULL,
  PRIMARY KEY (owner_id, id)
);
