-- Nobody is named as the one who did it where that would tell whose a mail address is.
ALTER TABLE audit_entry ALTER COLUMN actor DROP NOT NULL;

UPDATE audit_entry SET actor = NULL WHERE action IN ('invitation-taken', 'member-left') AND subject LIKE 'user:%@%';
