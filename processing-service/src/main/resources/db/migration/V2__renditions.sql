-- Bytes in the store that may be served: written only once all sizes of a version are stored completely.
CREATE TABLE rendition (
  owner_id   text    NOT NULL,
  image_id   uuid    NOT NULL,
  version    integer NOT NULL,
  size       text    NOT NULL,
  format     text    NOT NULL,
  width      integer NOT NULL,
  height     integer NOT NULL,
  bytes      bigint  NOT NULL,
  checksum   text    NOT NULL,
  object_key text    NOT NULL,
  PRIMARY KEY (owner_id, image_id, version, size, format),
  FOREIGN KEY (owner_id, image_id) REFERENCES image (owner_id, id) ON DELETE CASCADE
);
