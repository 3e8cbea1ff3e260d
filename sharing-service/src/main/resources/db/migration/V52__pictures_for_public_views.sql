-- Folded from the events of other services: what a visitor's page needs, in one row. A purged picture stays as a tombstone.
CREATE TABLE picture (
  owner_id           text    NOT NULL,
  id                 uuid    NOT NULL,
  life               text    NOT NULL DEFAULT 'LIVE' CHECK (life IN ('LIVE', 'TRASHED', 'PURGED')),
  life_revision      bigint  NOT NULL DEFAULT 0,
  file_name          text,
  type               text,
  bytes              bigint,
  original_key       text,
  -- snapshot as JSON, of this revision; 0 before the first
  metadata           text,
  metadata_revision  bigint  NOT NULL DEFAULT 0,
  -- renditions as JSON, of this version and rendering; null when there are none to show
  renditions         text,
  version            integer NOT NULL DEFAULT 0,
  rendering_revision bigint  NOT NULL DEFAULT 0,
  width              integer,
  height             integer,
  thumbhash          text,
  PRIMARY KEY (owner_id, id)
);
