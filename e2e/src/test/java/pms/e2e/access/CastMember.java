package pms.e2e.access;

/** Who asks, seen from the picture and the album. */
enum CastMember {
  /** Owns picture and album. */
  OWNER,
  EDITOR,
  CONTRIBUTOR,
  VIEWER,
  /** Sees the album through a group. */
  GROUP_MEMBER,
  /** Was granted a look at the one picture. */
  GRANTEE,
  /** Has nothing to do with either. */
  STRANGER,
  /** Operates the system. */
  ADMIN,
  /** Has no token. */
  NOBODY
}
