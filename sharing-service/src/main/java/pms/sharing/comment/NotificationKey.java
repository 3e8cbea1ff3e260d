package pms.sharing.comment;

import java.util.UUID;

/** Primary key of {@link Notification}: who is told leads. */
record NotificationKey(String personId, UUID id) {}
