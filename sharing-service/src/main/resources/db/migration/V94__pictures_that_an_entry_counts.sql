-- Which pictures an entry of an album's activity has counted, as long as more may join it.
CREATE TABLE activity_picture (
  owner_id    text NOT NULL,
  album_id    uuid NOT NULL,
  activity_id uuid NOT NULL,
  image_id    uuid NOT NULL,
  PRIMARY KEY (owner_id, album_id, activity_id, image_id),
  FOREIGN KEY (owner_id, album_id, activity_id) REFERENCES activity (owner_id, album_id, id) ON DELETE CASCADE
);
