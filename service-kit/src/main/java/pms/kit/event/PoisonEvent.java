package pms.kit.event;

/** A record that no retry will make readable: garbage, a type that does not belong to its topic, a foreign key. */
class PoisonEvent extends Exception {

  PoisonEvent(String reason, Throwable cause) {
    super(reason, cause);
  }

  PoisonEvent(String reason) {
    super(reason);
  }
}
