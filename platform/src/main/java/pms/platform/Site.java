package pms.platform;

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

  public static java.nio.file.Path java() {
    return java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
