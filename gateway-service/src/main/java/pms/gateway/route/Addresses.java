package pms.gateway.route;

import java.util.regex.Pattern;

/** Paths as a log may hold them: whoever knows a link's token may see what it shows. */
final class Addresses {

  private static final Pattern LINK = Pattern.compile("^(/s/|/embed/|/api/public/)[^/]*");

  static String loggable(String path) {
    return path == null ? "" : LINK.matcher(path).replaceFirst("$1…");
  }

  private Addresses() {}
}
