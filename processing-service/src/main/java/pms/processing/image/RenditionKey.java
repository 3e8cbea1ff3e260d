package pms.processing.image;

import java.util.UUID;

/** Primary key of {@link StoredRendition}: the owner leads. */
record RenditionKey(String ownerId, UUID imageId, int version, String size, String format) {}
