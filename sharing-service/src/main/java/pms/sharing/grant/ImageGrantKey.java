package pms.sharing.grant;

import java.util.UUID;

/** Primary key of {@link ImageGrant}: the image's owner leads. */
record ImageGrantKey(String ownerId, UUID imageId, UUID id) {}
