-- What visitors of a link sent, until somebody accepts it. owner_id: whose it becomes, who made the link. The bytes lie where
-- they will stay once it is accepted; an image it is only then.
CREATE TABLE guest_picture (
  owner_id    text        NOT NULL,
  id          uuid        NOT NULL,
  album_id    uuid        NOT NULL,
  link_id     uuid        NOT NULL,
  -- what the guest called themselves; null when nothing
  guest_name  text,
  -- what the owner's token said of their quota when the link was made
  quota_claim text,
  file_name   text        NOT NULL,
  type        text        NOT NULL,
  bytes       bigint      NOT NULL CHECK (bytes > 0),
  sha256      text        NOT NULL CHECK (length(sha256) = 64),
  width       integer,
  height      integer,
  received_at timestamptz NOT NULL,
  state       text        NOT NULL CHECK (state IN ('WAITING', 'ACCEPTED', 'REJECTED')),
  -- the image it became: of the same id, or the one that had the same bytes already
  image_id    uuid,
  decided_at  timestamptz,
  -- whether its bytes still have to be deleted
  drop_bytes  boolean     NOT NULL,
  PRIMARY KEY (owner_id, id),
  CHECK ((state = 'WAITING') = (decided_at IS NULL)),
  CHECK ((state = 'ACCEPTED') = (image_id IS NOT NULL))
);

-- The same bytes sent again through the same link wait once.
CREATE UNIQUE INDEX guest_picture_waiting_by_content ON guest_picture (owner_id, link_id, sha256) WHERE state = 'WAITING';
-- Those who manage an album know the album and not whose each picture becomes.
CREATE INDEX guest_picture_of_album ON guest_picture (album_id, id);
CREATE INDEX guest_picture_waiting_in_album ON guest_picture (album_id, id) WHERE state = 'WAITING';
CREATE INDEX guest_picture_waiting_since ON guest_picture (received_at) WHERE state = 'WAITING';
CREATE INDEX guest_picture_decided_since ON guest_picture (decided_at) WHERE state <> 'WAITING';
CREATE INDEX guest_picture_bytes_to_drop ON guest_picture (decided_at) WHERE drop_bytes;
