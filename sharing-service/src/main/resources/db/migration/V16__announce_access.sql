-- Images whose albums or grants changed and were not announced yet. A queue and not a set: two who change the same image at
-- once each leave a row of their own, so none can be drained before it is true.
CREATE TABLE access_due (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id text NOT NULL,
  image_id uuid NOT NULL
);

-- grows with every announcement of who may see the image
ALTER TABLE image ADD COLUMN access_revision bigint NOT NULL DEFAULT 0;

INSERT INTO access_due (owner_id, image_id) SELECT DISTINCT image_owner, image_id FROM album_item;
