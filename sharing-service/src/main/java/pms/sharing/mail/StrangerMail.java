package pms.sharing.mail;

import jakarta.persistence.Tuple;
import java.util.UUID;

/** An invitation that is to go to a stranger; see table {@code mail_stranger}. */
record StrangerMail(String owner, UUID album, String address, String inviter, int tries) {

  static StrangerMail of(Tuple row) {
    return new StrangerMail(
        row.get("owner_id", String.class),
        row.get("album_id", UUID.class),
        row.get("address", String.class),
        row.get("invited_by", String.class),
        row.get("tries", Number.class).intValue());
  }

  /** An address must not get into a log by accident. */
  @Override
  public String toString() {
    return "StrangerMail[" + album + "]";
  }
}
