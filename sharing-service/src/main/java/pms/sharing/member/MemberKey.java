package pms.sharing.member;

import java.util.UUID;

/** Primary key of {@link Member}: the album's founder leads. */
record MemberKey(String ownerId, UUID albumId, UUID id) {}
