package pms.metadata.image;

import java.util.UUID;

/** Primary key of everything about an image: the owner leads. */
record ImageKey(String ownerId, UUID id) {}
