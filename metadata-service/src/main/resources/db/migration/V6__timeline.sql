-- How many pictures each month (2021-07), day (2021-07-03) and the unknown time hold, without trash and archive.
CREATE TABLE timeline_bucket (
  owner_id text   NOT NULL,
  bucket   text   COLLATE "C" NOT NULL,
  images   bigint NOT NULL,
  -- The library's revision of the last change of anything in it.
  revision bigint NOT NULL,
  PRIMARY KEY (owner_id, bucket)
);
