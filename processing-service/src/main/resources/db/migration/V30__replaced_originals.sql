-- Every file of an image whose original was replaced, and the version that came with it: the bare file, without operations.
-- An image that has but one file has no row here.
CREATE TABLE original (
  owner_id   text    NOT NULL,
  image_id   uuid    NOT NULL,
  number     integer NOT NULL,
  version    integer NOT NULL,
  file_name  text    NOT NULL,
  type       text    NOT NULL,
  bytes      bigint  NOT NULL,
  sha256     text    NOT NULL,
  object_key text    NOT NULL,
  PRIMARY KEY (owner_id, image_id, number),
  FOREIGN KEY (owner_id, image_id) REFERENCES image (owner_id, id) ON DELETE CASCADE
);
ALTER TABLE image
  -- Number of the file that the current version is made from, the version that came with it, and how many files there are.
  ADD COLUMN original  integer NOT NULL DEFAULT 1,
  ADD COLUMN root      integer NOT NULL DEFAULT 1,
  ADD COLUMN originals integer NOT NULL DEFAULT 1;
-- The version that came with the file that this one is made from; its own number if it is the bare file.
ALTER TABLE version ADD COLUMN root integer NOT NULL DEFAULT 1;
