package pms.platform;

import java.nio.file.Path;
import pms.platform.install.Installation;
import pms.platform.namespace.Namespace;
import pms.platform.process.Privileges;

/** Everything a process needs to know about the suite it belongs to. */
public record Site(Home home, Ports ports, Endpoints endpoints, Namespace names) {

  /** A suite that runs its own servers. */
  public static Site local(Home home, Ports ports) {
    return new Site(home, ports, Endpoints.of(ports), Namespace.development());
  }

  public int port(Port port) {
    return ports.number(port);
  }

  public Installation installation() {
    return new Installation(home);
  }

  public Privileges privileges() {
    return Privileges.ofThisMachine();
  }

  /** The JDK that runs this runs everything else, too. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
