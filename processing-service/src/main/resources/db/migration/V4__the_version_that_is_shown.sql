-- The newest version, and the newest whose thumbnails are ready: 0 as long as none is. How far they are is the version's.
ALTER TABLE image
  ADD COLUMN current_version integer NOT NULL DEFAULT 1,
  ADD COLUMN shown_version integer NOT NULL DEFAULT 0;
UPDATE image SET shown_version = 1 WHERE state = 'READY';
ALTER TABLE image DROP COLUMN state, DROP COLUMN reason, DROP COLUMN attempts, DROP COLUMN requeued;
