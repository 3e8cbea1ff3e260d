-- A tree for each owner. Path and key of the path are kept in every node, so that no reader has to walk up.
CREATE TABLE category (
  owner_id  text   NOT NULL,
  id        uuid   NOT NULL,
  parent_id uuid,
  name      text   NOT NULL,
  path      text   NOT NULL,
  -- The path without case and accents: two of the same are the same category.
  path_key  text   COLLATE "C" NOT NULL,
  -- Images directly in it, outside the trash.
  images    bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (owner_id, id),
  FOREIGN KEY (owner_id, parent_id) REFERENCES category (owner_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX category_by_path ON category (owner_id, path_key);
CREATE INDEX category_children ON category (owner_id, parent_id);
