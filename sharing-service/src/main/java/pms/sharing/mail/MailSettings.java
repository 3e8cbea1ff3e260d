package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;

/** What each person wants to be told by mail: everything until they say otherwise. */
@ApplicationScoped
class MailSettings {

  private static final String READ = "SELECT unnest(kinds) FROM mail_refusal WHERE person_id = ?1";
  private static final String WRITE =
      "INSERT INTO mail_refusal (person_id, kinds) VALUES (?1, ?2) ON CONFLICT (person_id) DO UPDATE SET kinds = excluded.kinds";
  private static final String LOCK = "SELECT id FROM person WHERE id = ?1 FOR UPDATE";

  /** What was noted before and is not wanted any more does not go out. */
  private static final String FORGET = "DELETE FROM mail_due WHERE person_id = ?1 AND kind = ANY (?2)";

  private final EntityManager database;

  MailSettings(EntityManager database) {
    this.database = database;
  }

  @Transactional
  MailSettingsView of(String person) {
    return MailSettingsView.without(refused(person));
  }

  @Transactional
  MailSettingsView change(String person, MailSettingsView patch) {
    database.createNativeQuery(LOCK, String.class).setParameter(1, person).getResultList();
    MailSettingsView changed = MailSettingsView.without(refused(person)).with(patch);
    String[] refused =
        Arrays.stream(MailKind.values()).filter(kind -> !changed.wants(kind)).map(MailKind::text).toArray(String[]::new);
    database.createNativeQuery(WRITE).setParameter(1, person).setParameter(2, refused).executeUpdate();
    database.createNativeQuery(FORGET).setParameter(1, person).setParameter(2, refused).executeUpdate();
    return changed;
  }

  private List<String> refused(String person) {
    return database.createNativeQuery(READ, String.class).setParameter(1, person).getResultList();
  }
}
