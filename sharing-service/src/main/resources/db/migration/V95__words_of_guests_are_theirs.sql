-- SHA-256 of the key with which a guest edits and deletes their own words; null for members, and for guests of before.
ALTER TABLE comment ADD COLUMN guest_key bytea;
