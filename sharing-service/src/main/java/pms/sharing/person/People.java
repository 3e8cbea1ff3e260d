package pms.sharing.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pms.sharing.access.Subjects;

/** Who is who. Names and display names are known to everybody in the realm; which address belongs to whom is told to nobody. */
@ApplicationScoped
public class People {

  private static final int MOST_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Introductions introductions;
  private final LabelLocks locks;
  private final Clock clock;
  private final Map<String, Met> met = new ConcurrentHashMap<>();

  People(Introductions introductions, LabelLocks locks, Clock clock) {
    this.clock = clock;
    this.introductions = introductions;
    this.locks = locks;
  }

  /**
   * Costs nothing when this process has met them lately under the same name and address, in the same groups. Another process may
   * have met them otherwise since, so that it is written down again in a while.
   */
  void meet(Identity identity) {
    Instant now = clock.instant();
    Met before = met.get(identity.id());
    if (before != null && before.identity().equals(identity) && before.at().isAfter(now.minus(KEPT))) {
      return;
    }
    introductions.introduce(identity);
    if (met.size() >= MOST_KEPT) {
      met.clear();
    }
    met.put(identity.id(), new Met(identity, now));
  }

  /**
   * The subject that a label means; empty while nobody of that name or address has called. Until the transaction ends nobody
   * can, so what is then written to wait for them is found when they do.
   */
  @Transactional(TxType.MANDATORY)
  public Optional<String> subject(Label label) {
    if (label.isGroup() || label.isId()) {
      return Optional.of(label.text());
    }
    locks.hold(List.of(label.text()));
    Optional<Person> person = label.isMail() ? Person.withMail(label.who()) : Person.named(label.who());
    return person.map(known -> Subjects.user(known.id));
  }

  /** Display names by id, of those who have one. */
  @Transactional
  public Map<String, String> displayNames(Collection<String> ids) {
    return Person.of(ids).stream()
        .filter(person -> person.displayName != null)
        .collect(Collectors.toMap(person -> person.id, person -> person.displayName));
  }

  /**
   * Whom somebody is, as of their last visit: they and the groups that their token told then. For what they are told while they
   * are away, and nothing else: what they may do is decided by the token they bring.
   */
  @Transactional
  public Subjects lastKnown(String id) {
    List<String> groups = Person.of(Set.of(id)).stream().flatMap(person -> Arrays.stream(person.groups)).toList();
    return Subjects.of(id, groups);
  }

  /** Where somebody can be written to; empty when no verified address of theirs is known. For our own mails only. */
  @Transactional
  public Optional<String> mail(String id) {
    return Person.of(Set.of(id)).stream().map(person -> person.mail).filter(Objects::nonNull).findFirst();
  }

  private record Met(Identity identity, Instant at) {}
}
