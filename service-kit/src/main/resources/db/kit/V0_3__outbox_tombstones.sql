-- A row without payload becomes a record without value: compaction then forgets what the topic held of the key.
ALTER TABLE outbox ALTER COLUMN payload DROP NOT NULL;
