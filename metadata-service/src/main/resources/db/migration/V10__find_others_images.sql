-- Somebody else's image is asked for without its owner's name.
CREATE INDEX image_by_id ON image (id);
