-- What whoever holds the address may see. The token itself is nowhere: only its SHA-256.
CREATE TABLE link (
  owner_id       text        NOT NULL,
  id             uuid        NOT NULL,
  album_id       uuid,
  image_id       uuid,
  created_by     text        NOT NULL,
  token_hash     bytea       NOT NULL,
  -- readable words before the token in the address; opens nothing by itself
  slug           text,
  -- argon2id in PHC form; null when anybody with the address may look
  password_hash  text,
  expires_at     timestamptz,
  view_limit     bigint,
  allow_download boolean     NOT NULL,
  show_metadata  boolean     NOT NULL,
  -- origins that may frame the embedded page, separated by spaces; empty: none
  embed_origins  text        NOT NULL,
  views          bigint      NOT NULL DEFAULT 0,
  downloads      bigint      NOT NULL DEFAULT 0,
  revision       bigint      NOT NULL,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  CHECK (num_nonnulls(album_id, image_id) = 1),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);

-- A visitor brings nothing but the token, so this one index is not led by the owner.
CREATE UNIQUE INDEX link_by_token ON link (token_hash);
CREATE INDEX link_by_id ON link (id);
CREATE INDEX link_by_creator ON link (created_by, id);
CREATE INDEX link_of_album ON link (owner_id, album_id, id) WHERE album_id IS NOT NULL;
CREATE INDEX link_of_image ON link (owner_id, image_id, id) WHERE image_id IS NOT NULL;
