package pms.platform.process;

import java.util.Map;
import java.util.Set;

/** Our processes see little of the caller's environment, so that what is set in a shell does not change how a server runs. */
final class CleanEnvironment {

  private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH");

  private CleanEnvironment() {}

  static void into(Map<String, String> environment, Map<String, String> own) {
    environment.keySet().retainAll(KEPT);
    environment.putAll(own);
  }
}
