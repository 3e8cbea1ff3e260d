package pms.gateway.door;

import java.util.Set;

/** What under {@code /api} needs no token: the state of the suite and its description, read before anybody has logged in. */
public final class OpenPaths {

  public static final Set<String> ALL = Set.of("/api/status", "/api/openapi");

  private OpenPaths() {}
}
