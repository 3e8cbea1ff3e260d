-- The bulk job that moved the image into the trash or out of it last; null when a person did it by hand. So a job that is told twice,
-- or taken back, knows what was its own doing.
ALTER TABLE image ADD COLUMN moved_by uuid;
