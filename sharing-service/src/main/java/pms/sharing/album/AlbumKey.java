package pms.sharing.album;

import java.util.UUID;

/** Primary key of {@link Album}: the owner leads. */
record AlbumKey(String ownerId, UUID id) {}
