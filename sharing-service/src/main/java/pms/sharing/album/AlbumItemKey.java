package pms.sharing.album;

import java.util.UUID;

/** Primary key of {@link AlbumItem}: the album's owner leads. */
record AlbumItemKey(String ownerId, UUID albumId, UUID imageId) {}
