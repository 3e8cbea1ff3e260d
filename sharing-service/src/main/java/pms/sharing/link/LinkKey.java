package pms.sharing.link;

import java.util.UUID;

/** Primary key of {@link Link}: the owner of what is shared leads. */
record LinkKey(String ownerId, UUID id) {}
