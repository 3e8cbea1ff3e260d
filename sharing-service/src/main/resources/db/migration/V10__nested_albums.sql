-- owner_id is who founded the album and leads its key for ever; holder_id is who has it now.
ALTER TABLE album ADD COLUMN holder_id text;
UPDATE album SET holder_id = owner_id;
ALTER TABLE album ALTER COLUMN holder_id SET NOT NULL;

-- path: the ids from the outermost album down to this one, so that rights are inherited without walking a tree
ALTER TABLE album ADD COLUMN parent_id uuid;
ALTER TABLE album ADD COLUMN path uuid[];
UPDATE album SET path = ARRAY[id];
ALTER TABLE album ALTER COLUMN path SET NOT NULL;
ALTER TABLE album ADD CONSTRAINT album_path CHECK (cardinality(path) BETWEEN 1 AND 5 AND path[cardinality(path)] = id);

CREATE INDEX album_by_id ON album (id);
CREATE INDEX album_below ON album USING gin (path) WHERE parent_id IS NOT NULL;
