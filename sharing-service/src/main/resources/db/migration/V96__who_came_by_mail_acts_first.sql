-- False for who was invited by mail and has not changed anything in the album yet: until then nobody may learn from it that, or as
-- whom, they are here.
ALTER TABLE member ADD COLUMN acted boolean NOT NULL DEFAULT true;

UPDATE member m SET acted = false
 WHERE label LIKE 'user:%@%'
   AND NOT EXISTS (SELECT 1 FROM album a
                    WHERE a.owner_id = m.owner_id AND a.id = m.album_id AND m.subject = 'user:' || a.holder_id);
