CREATE INDEX album_children ON album (parent_id, id) WHERE parent_id IS NOT NULL;
