package pms.sharing.activity;

import java.util.UUID;

/** Primary key of {@link Activity}: the album's founder leads. */
record ActivityKey(String ownerId, UUID albumId, UUID id) {}
