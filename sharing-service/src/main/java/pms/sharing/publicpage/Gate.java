package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.link.Seals;
import pms.sharing.link.UnlockTries;

/**
 * The one place that lets guests in. Whoever has a pass of this very link is in; else a password has to be told first, and
 * where views are limited each request without a pass uses one up.
 */
@ApplicationScoped
public class Gate {

  private static final int LONGEST_PASSWORD = 200;

  private final OpenLinks links;
  private final Seals seals;
  private final UnlockTries tries;

  Gate(OpenLinks links, Seals seals, UnlockTries tries) {
    this.links = links;
    this.seals = seals;
    this.tries = tries;
  }

  /** Before anything is shown or counted. */
  OpenLink find(String segment, Guest guest) {
    OpenLink link = links.open(segment);
    if (!hasPass(link, guest)) {
      requireViewsLeft(link);
    }
    return link;
  }

  boolean hasPass(OpenLink link, Guest guest) {
    return guest.passes().anyMatch(pass -> seals.isPass(link, pass));
  }

  /** Begins a visit, or goes on with it; a new one counts as a view. */
  OpenLink visit(String segment, Guest guest) {
    OpenLink link = find(segment, guest);
    if (!hasPass(link, guest)) {
      requireNoPassword(link);
      count(link);
    }
    return link;
  }

  /** For what belongs to a visit: it counts only where views are limited and there is no sign of a visit. */
  public OpenLink enter(String segment, Guest guest) {
    return enter(links.open(segment), guest);
  }

  OpenLink enter(OpenLink link, Guest guest) {
    if (!hasPass(link, guest)) {
      requireViewsLeft(link);
      requireNoPassword(link);
      if (link.limited()) {
        count(link);
      }
    }
    return link;
  }

  /** Begins a visit by password. */
  OpenLink unlock(String segment, Guest guest, String password) {
    OpenLink link = find(segment, guest);
    if (!link.hasPassword()) {
      count(link);
      return link;
    }
    String address = guest.address();
    if (!tries.begin(link, address)) {
      throw new TooManyTries();
    }
    if (password == null || password.length() > 2 * LONGEST_PASSWORD || !links.isPassword(link, password)) {
      throw Problem.of(403, "wrong-password", "Wrong password", "That is not the password of this link.");
    }
    tries.giveBack(link, address);
    count(link);
    return link;
  }

  private static void requireViewsLeft(OpenLink link) {
    if (link.exhausted()) {
      throw Problem.notFound();
    }
  }

  private static void requireNoPassword(OpenLink link) {
    if (link.hasPassword()) {
      throw Problem.of(403, "password-needed", "Password needed", "Tell the password of this link first.");
    }
  }

  private void count(OpenLink link) {
    if (!links.countView(link)) {
      throw Problem.notFound();
    }
  }
}
