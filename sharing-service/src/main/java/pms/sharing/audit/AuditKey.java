package pms.sharing.audit;

import java.util.UUID;

/** Primary key of {@link AuditEntry}: the owner of what it is about leads. */
record AuditKey(String ownerId, UUID id) {}
