-- Others ask for an image without knowing whose it is.
CREATE INDEX image_by_id ON image (id);
