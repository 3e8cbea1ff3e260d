package pms.sharing.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Somebody who has called. */
@Entity
public class Person extends PanacheEntityBase {

  @Id public String id;
  public String name;
  public String mail;
  public String displayName;

  /** As their last token told, by which somebody who is away can still be reached; never to decide about a request. */
  public String[] groups = {};

  public Instant metAt;

  static Optional<Person> named(String name) {
    return find("name", name).firstResultOptional();
  }

  static Optional<Person> withMail(String mail) {
    return find("mail", mail).firstResultOptional();
  }

  static List<Person> of(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** A name or an address belongs to one account at a time: to the one whose token carried it last. */
  static void giveUp(Identity identity) {
    update("name = null where name = ?1 and id <> ?2", identity.name(), identity.id());
    update("mail = null where mail = ?1 and id <> ?2", identity.mail(), identity.id());
  }

  static void remember(Identity identity, Instant now) {
    Person person = Person.<Person>findByIdOptional(identity.id()).orElseGet(Person::new);
    person.id = identity.id();
    person.name = identity.name();
    person.mail = identity.mail();
    person.displayName = identity.displayName();
    String[] groups = identity.groups().toArray(String[]::new);
    if (!Arrays.equals(groups, person.groups)) {
      person.groups = groups;
    }
    person.metAt = now;
    person.persist();
  }
}
