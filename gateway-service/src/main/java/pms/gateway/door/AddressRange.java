package pms.gateway.door;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that begin alike: {@code 10.0.0.0/8}, {@code fd00::/8}; or one alone: {@code 127.0.0.1}.
 *
 * @param bits that all of them have as {@code first} has them
 */
public record AddressRange(InetAddress first, int bits) {

  public AddressRange {
    if (bits < 0 || bits > length(first)) {
      throw new IllegalArgumentException("an address has 0 to " + length(first) + " bits, not " + bits + ": " + first);
    }
  }

  /** Reads one; the configuration calls it. Names are never looked up. */
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    return new AddressRange(first, slash < 0 ? length(first) : Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    int others = length(address) - bits;
    return length(address) == length(first) && number(address).shiftRight(others).equals(number(first).shiftRight(others));
  }

  private static int length(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }
}
