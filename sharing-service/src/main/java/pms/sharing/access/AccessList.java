package pms.sharing.access;

import java.util.Set;
import java.util.UUID;

/** Those of the images asked about to which the caller has the right. */
record AccessList(Set<UUID> allowed) {}
