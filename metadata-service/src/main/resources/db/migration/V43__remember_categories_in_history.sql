-- A category may be renamed or moved after it was noted by its path, so its id is noted beside; null in rows from before.
ALTER TABLE edit_history
  ADD COLUMN before_category uuid,
  ADD COLUMN after_category  uuid;
