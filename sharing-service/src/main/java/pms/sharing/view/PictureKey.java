package pms.sharing.view;

import java.util.UUID;

/** Primary key of {@link Picture}: the owner leads. */
record PictureKey(String ownerId, UUID id) {}
