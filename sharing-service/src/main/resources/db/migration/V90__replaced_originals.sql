-- The file of a picture may be replaced: which record about it was the newest (0 before the first, and for what was heard before
-- there were several), its number, and the number of the file whose bare renditions are shown; 0 when they are of an edit.
ALTER TABLE picture
  ADD COLUMN file_revision  bigint  NOT NULL DEFAULT 0,
  ADD COLUMN original       integer NOT NULL DEFAULT 1,
  ADD COLUMN shown_original integer NOT NULL DEFAULT 0;
UPDATE picture SET shown_original = 1 WHERE version = 1;
