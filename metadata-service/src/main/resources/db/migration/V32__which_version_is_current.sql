-- Which version is current and which file counts is told by others, in any order; version is that of the thumbnails alone.
ALTER TABLE image
  ADD COLUMN told_version   integer NOT NULL DEFAULT 1,
  -- Null where nobody knew the size yet.
  ADD COLUMN told_width     integer,
  ADD COLUMN told_height    integer,
  ADD COLUMN told_original  integer NOT NULL DEFAULT 1,
  ADD COLUMN told_originals integer NOT NULL DEFAULT 1,
  -- 0 for a file that was heard of before this migration.
  ADD COLUMN file_original  integer NOT NULL DEFAULT 0,
  ADD COLUMN file_originals integer NOT NULL DEFAULT 1;
