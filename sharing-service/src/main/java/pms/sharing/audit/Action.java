package pms.sharing.audit;

import java.util.Locale;

/** What is written down for ever. */
public enum Action {
  ALBUM_MADE,
  ALBUM_MOVED,
  ALBUM_DELETED,
  MEMBER_ADDED,
  MEMBER_CHANGED,
  MEMBER_REMOVED,
  MEMBER_LEFT,
  INVITATION_TAKEN,
  OWNER_CHANGED,
  ITEMS_ADDED,
  ITEMS_REMOVED,
  GUEST_PICTURE_ACCEPTED,
  GRANTED,
  GRANT_REVOKED,
  LINK_MADE,
  LINK_CHANGED,
  LINK_REVOKED;

  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
