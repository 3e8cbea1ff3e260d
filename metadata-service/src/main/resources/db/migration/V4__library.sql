-- One row an owner: its lock puts all changes of the owner's counters into one order, and its revision numbers them.
CREATE TABLE library (
  owner_id text   PRIMARY KEY,
  revision bigint NOT NULL
);
