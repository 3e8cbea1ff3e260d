-- Groups as the person's last token told them: for those who are away and are to be told something, never to decide.
ALTER TABLE person ADD COLUMN groups text[] NOT NULL DEFAULT '{}';
CREATE INDEX person_in_group ON person USING gin (groups);
