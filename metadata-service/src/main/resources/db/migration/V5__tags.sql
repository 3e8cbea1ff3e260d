-- A tag is one word of one owner, however it is spelled; the first spelling is shown. It lives as long as an image holds it.
CREATE TABLE tag (
  owner_id text   NOT NULL,
  key      text   COLLATE "C" NOT NULL,
  name     text   NOT NULL,
  -- Images outside the trash.
  images   bigint NOT NULL,
  -- All that are not purged.
  holders  bigint NOT NULL,
  PRIMARY KEY (owner_id, key)
);
CREATE INDEX tag_list ON tag (owner_id, key) WHERE images > 0;
CREATE TABLE image_tag (
  owner_id text    NOT NULL,
  image_id uuid    NOT NULL,
  key      text    COLLATE "C" NOT NULL,
  counted  boolean NOT NULL,
  PRIMARY KEY (owner_id, image_id, key)
);
CREATE INDEX image_tag_holders ON image_tag (owner_id, key, image_id);
