-- The bulk job that made the version; null for all others. A job that is told twice makes it once.
ALTER TABLE version ADD COLUMN made_by uuid;
