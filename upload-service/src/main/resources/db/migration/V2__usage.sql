-- What an owner's pictures take up, trash included; kept in the same transaction as the pictures themselves.
CREATE TABLE usage (
  owner_id text PRIMARY KEY,
  bytes    bigint NOT NULL CHECK (bytes >= 0),
  images   bigint NOT NULL CHECK (images >= 0)
);
