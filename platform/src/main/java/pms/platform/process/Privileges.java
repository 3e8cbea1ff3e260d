package pms.platform.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pms.platform.PlatformException;

/**
 * PostgreSQL and Elasticsearch refuse to run as root, and PostgreSQL's initdb as somebody without a name in /etc/passwd (a
 * container with an arbitrary uid). These get a prefix: a user namespace of their own, in which they are uid 1 and nobody else
 * notices; or, for root where such namespaces are off, the user nobody.
 */
public enum Privileges {
  /** An ordinary user starts this: nothing to do. */
  ORDINARY(List.of()),
  /**
   * Must map to some uid, because with an unmapped one Elasticsearch's JVM cannot attach its own agent; and to one that has a name:
   * 1 is daemon or bin wherever there is a passwd file.
   */
  NAMESPACE(List.of("unshare", "-U", "--map-user=1", "--map-group=1")),
  /** The folders it writes to have to be given to that user first. */
  NOBODY(List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"));

  /** What the JDK calls a user that /etc/passwd does not know. */
  private static final String NAMELESS = "?";

  private static final Privileges OF_THIS_MACHINE = probe();

  private final List<String> prefix;

  Privileges(List<String> prefix) {
    this.prefix = prefix;
  }

  public static Privileges ofThisMachine() {
    return OF_THIS_MACHINE;
  }

  /** The same command, without root's privileges. */
  public List<String> drop(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Makes a folder one that a process without privileges may write to. */
  public void own(Path folder) {
    if (this == NOBODY) {
      Commands.run(List.of("chown", "-R", "65534:65534", folder.toString()), folder);
    }
  }

  private static Privileges probe() {
    String forced = System.getenv("PMS_PRIVILEGES");
    if (forced != null) {
      return valueOf(forced.toUpperCase(Locale.ROOT));
    }
    String user = System.getProperty("user.name");
    if (!Set.of("root", NAMELESS).contains(user)) {
      return ORDINARY;
    }
    if (works(NAMESPACE)) {
      return NAMESPACE;
    }
    if (user.equals("root") && works(NOBODY)) {
      return NOBODY;
    }
    throw new PlatformException("PostgreSQL and Elasticsearch do not run as root or without a user name, and neither unshare nor setpriv works here: start ./pms as an ordinary user.");
  }

  private static boolean works(Privileges privileges) {
    try {
      return new ProcessBuilder(privileges.drop(List.of("true"))).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // the tool is not there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
