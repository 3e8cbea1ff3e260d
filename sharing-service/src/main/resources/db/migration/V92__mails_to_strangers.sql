-- Invitations to mail addresses with which nobody has called: one mail for an album and an address, ever. No foreign key: a row
-- counts against the limit of a day even if its album is gone.
CREATE TABLE mail_stranger (
  owner_id   text        NOT NULL,
  album_id   uuid        NOT NULL,
  address    text        NOT NULL,
  invited_by text        NOT NULL,
  noted_at   timestamptz NOT NULL,
  -- null once it was claimed for sending
  due_at     timestamptz,
  tries      integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (owner_id, album_id, address)
);
CREATE INDEX mail_stranger_due ON mail_stranger (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mail_stranger_by_inviter ON mail_stranger (invited_by, noted_at);
CREATE INDEX mail_stranger_by_address ON mail_stranger (address, noted_at);
