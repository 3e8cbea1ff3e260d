-- The file of an image may be replaced: which record about it was the newest, and where its bytes are; null for where they
-- were put first.
ALTER TABLE image
  ADD COLUMN file_revision bigint NOT NULL DEFAULT 0,
  ADD COLUMN object_key text;
