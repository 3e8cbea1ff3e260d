CREATE TABLE album_item (
  owner_id    text        NOT NULL,
  album_id    uuid        NOT NULL,
  image_id    uuid        NOT NULL,
  -- not always the album's owner once others may contribute
  image_owner text        NOT NULL,
  -- place in the album's manual order, with gaps so that an item moves by one update
  position    bigint      NOT NULL,
  -- in the trash: keeps its place, but is neither listed nor counted
  hidden      boolean     NOT NULL,
  added_by    text        NOT NULL,
  added_at    timestamptz NOT NULL,
  PRIMARY KEY (owner_id, album_id, image_id),
  FOREIGN KEY (owner_id, album_id) REFERENCES album (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX album_item_in_order ON album_item (owner_id, album_id, position, image_id) WHERE NOT hidden;
CREATE INDEX album_item_of_image ON album_item (image_id);
