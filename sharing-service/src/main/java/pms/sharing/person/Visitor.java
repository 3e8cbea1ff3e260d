package pms.sharing.person;

import jakarta.enterprise.context.RequestScoped;
import pms.kit.caller.Caller;
import pms.sharing.access.Subjects;

/** The caller of this request, met and so with every invitation that waited for them. */
@RequestScoped
public class Visitor {

  private final Caller caller;
  private final People people;
  private Subjects subjects;

  Visitor(Caller caller, People people) {
    this.caller = caller;
    this.people = people;
  }

  /** Outside a transaction the first time: meeting somebody is one of its own. */
  public Subjects subjects() {
    if (subjects == null) {
      Subjects proven = Subjects.of(caller);
      people.meet(Identity.of(caller));
      subjects = proven;
    }
    return subjects;
  }

  public String id() {
    return subjects().id();
  }

  /** What the caller is called as a member of their own albums. */
  public Label label() {
    return Label.of(Identity.of(caller));
  }

  /** What the caller's token says of how many bytes they may keep; null when nothing. */
  public String quota() {
    return caller.claim("quota");
  }

  /** To ask another service in the caller's name. */
  public String authorization() {
    return caller.authorization();
  }
}
