-- Who may read the trail of an album that is gone; nothing is found here of one that is there, however long its trail.
CREATE INDEX audit_of_gone_album ON audit_entry (album_id) WHERE action = 'album-deleted';
