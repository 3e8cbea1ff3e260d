package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import pms.contracts.Ids;
import pms.sharing.access.Subjects;
import pms.sharing.mail.MailKind;
import pms.sharing.mail.Mails;

/** Notes for those who are named by {@code @name} in a comment; a name that nobody has is only a word. */
@ApplicationScoped
class Mentions {

  private static final String PEOPLE = "SELECT id FROM person WHERE name = ANY (?1)";
  private static final String NOTE =
      "INSERT INTO notification (person_id, id, owner_id, thing_id, comment_id) VALUES (?1, ?2, ?3, ?4, ?5)"
          + " ON CONFLICT DO NOTHING";

  private final EntityManager database;
  private final Mails mails;

  Mentions(EntityManager database, Mails mails) {
    this.mails = mails;
    this.database = database;
  }

  /** Once for each comment and person, however often it is edited; nobody notifies themselves. */
  @Transactional(Transactional.TxType.MANDATORY)
  void note(Comment comment) {
    Set<String> names = CommentText.mentions(comment.text);
    if (names.isEmpty()) {
      return;
    }
    List<?> people =
        database.createNativeQuery(PEOPLE, String.class).setParameter(1, names.toArray(String[]::new)).getResultList();
    people.stream().map(String.class::cast).filter(person -> !comment.isBy(person)).forEach(person -> note(person, comment));
  }

  private void note(String person, Comment comment) {
    int fresh =
        database.createNativeQuery(NOTE)
            .setParameter(1, person).setParameter(2, Ids.next()).setParameter(3, comment.ownerId)
            .setParameter(4, comment.thingId).setParameter(5, comment.id)
            .executeUpdate();
    if (fresh > 0) {
      tell(person, comment);
    }
  }

  private void tell(String person, Comment comment) {
    if (comment.albumId != null) {
      mails.ofAlbum(MailKind.MENTIONS, List.of(Subjects.user(person)), comment.authorId, comment.albumId, 1);
    } else {
      mails.ofImage(MailKind.MENTIONS, List.of(Subjects.user(person)), comment.authorId, comment.thingId);
    }
  }
}
