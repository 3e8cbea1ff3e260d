package pms.gateway.door;

import java.util.BitSet;

/**
 * The {@code Authorization} header of RFC 6750: one space, one token, nothing else. Written out, since as a regular expression it takes
 * longer for a token of a kilobyte than everything else at the door.
 */
final class BearerHeader {

  private static final String SCHEME = "earer ";
  private static final BitSet TOKEN = new BitSet();

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/".chars().forEach(TOKEN::set);
  }

  static boolean isOne(String header) {
    if (header.isEmpty() || Character.toUpperCase(header.charAt(0)) != 'B' || !header.startsWith(SCHEME, 1)) {
      return false;
    }
    int start = 1 + SCHEME.length();
    int end = header.length();
    while (end > start && header.charAt(end - 1) == '=') {
      end--;
    }
    return end > start && header.chars().limit(end).skip(start).allMatch(TOKEN::get);
  }

  private BearerHeader() {}
}
