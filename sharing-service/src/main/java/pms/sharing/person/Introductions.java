package pms.sharing.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** Writes down who has called, and hands them what waits for them. */
@ApplicationScoped
class Introductions {

  private final LabelLocks locks;
  private final Event<PersonMet> met;
  private final Clock clock;

  Introductions(LabelLocks locks, Event<PersonMet> met, Clock clock) {
    this.locks = locks;
    this.met = met;
    this.clock = clock;
  }

  @Transactional(TxType.REQUIRES_NEW)
  void introduce(Identity identity) {
    List<String> labels = identity.labels();
    locks.hold(labels.isEmpty() ? List.of(Label.user(identity.id())) : labels);
    Person.giveUp(identity);
    Person.remember(identity, clock.instant());
    met.fire(new PersonMet(identity.id(), labels));
  }
}
