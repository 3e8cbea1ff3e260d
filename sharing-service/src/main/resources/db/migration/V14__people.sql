-- Everybody who has ever called, as their last token named them; so an invitation by name or mail finds its account.
CREATE TABLE person (
  id           text PRIMARY KEY,
  -- login name, lower case; null once somebody else carries it
  name         text,
  -- only an address that was verified
  mail         text,
  display_name text,
  met_at       timestamptz NOT NULL
);

CREATE INDEX person_by_name ON person (name);
CREATE INDEX person_by_mail ON person (mail);
