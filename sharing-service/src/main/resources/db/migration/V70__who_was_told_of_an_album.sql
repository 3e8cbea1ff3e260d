-- The subjects that the last announcement of the album named, so that the next one can say who is new and who is gone.
ALTER TABLE album ADD COLUMN told text[];
UPDATE album SET told = ARRAY(
  SELECT DISTINCT m.subject FROM member m WHERE m.album_id = ANY (album.path) AND m.subject IS NOT NULL);
