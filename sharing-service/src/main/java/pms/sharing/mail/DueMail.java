package pms.sharing.mail;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/** One thing that somebody is to be told; see table {@code mail_due}. */
record DueMail(String person, MailKind kind, String actor, UUID album, UUID image, int amount, int tries, Instant at) {

  static DueMail of(Tuple row) {
    return new DueMail(
        row.get("person_id", String.class),
        MailKind.of(row.get("kind", String.class)),
        row.get("actor", String.class),
        row.get("album_id", UUID.class),
        row.get("image_id", UUID.class),
        row.get("amount", Number.class).intValue(),
        row.get("tries", Number.class).intValue(),
        row.get("at", Instant.class));
  }

  /** What is told in one line: the same done by the same to the same. */
  Topic topic() {
    return new Topic(kind, actor, album, image);
  }

  record Topic(MailKind kind, String actor, UUID album, UUID image) {}
}
