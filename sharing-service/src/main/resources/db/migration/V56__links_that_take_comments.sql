ALTER TABLE link ADD COLUMN allow_comments boolean NOT NULL DEFAULT false;
