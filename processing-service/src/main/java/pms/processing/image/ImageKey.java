package pms.processing.image;

import java.util.UUID;

/** Primary key of {@link Image}: the owner leads. */
record ImageKey(String ownerId, UUID id) {}
