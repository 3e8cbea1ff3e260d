-- Mail addresses whose readers said that they want no invitations any more; only their hash, since that is all we need of them.
CREATE TABLE mail_stop (
  address bytea PRIMARY KEY,
  at      timestamptz NOT NULL
);
