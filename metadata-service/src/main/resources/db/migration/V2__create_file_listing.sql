-- Everything found in the file; apart from image, so that lists of images do not read it.
CREATE TABLE file_listing (
  owner_id text  NOT NULL,
  image_id uuid  NOT NULL,
  listing  jsonb NOT NULL,
  PRIMARY KEY (owner_id, image_id),
  FOREIGN KEY (owner_id, image_id) REFERENCES image (owner_id, id)
);
