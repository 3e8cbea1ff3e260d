-- What an operator allows one owner, whatever the token and the configuration say.
CREATE TABLE quota_override (
  owner_id text        PRIMARY KEY,
  bytes    bigint      NOT NULL CHECK (bytes >= 0),
  set_by   text        NOT NULL,
  set_at   timestamptz NOT NULL
);
