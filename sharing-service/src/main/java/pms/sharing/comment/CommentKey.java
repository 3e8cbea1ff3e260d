package pms.sharing.comment;

import java.util.UUID;

/** Primary key of {@link Comment}: the owner of what it is about leads. */
record CommentKey(String ownerId, UUID thingId, UUID id) {}
