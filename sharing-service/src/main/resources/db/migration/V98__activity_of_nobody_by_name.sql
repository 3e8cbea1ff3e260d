-- Guests have no account, and who leaves as a mail address does not tell theirs.
ALTER TABLE activity ALTER COLUMN actor DROP NOT NULL;

UPDATE activity SET actor = NULL WHERE kind = 'member-left' AND subject = 'user:…';
