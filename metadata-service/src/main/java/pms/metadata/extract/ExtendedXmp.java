package pms.metadata.extract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of a JPEG's XMP did not fit into one segment: the parts of a second packet, which the first names by its fingerprint.
 *
 * @see <a href="https://developer.adobe.com/xmp/docs/XMPSpecifications/">XMP specification, part 3, section 1.1.3.1</a>
 */
final class ExtendedXmp {

  static final byte[] MARK = "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII);

  private static final int FINGERPRINT = 32;
  private static final int HEAD = MARK.length + FINGERPRINT + 2 * Integer.BYTES;

  /** A file has one; others would be left over from what it was made of. */
  private static final int MOST = 2;

  private final Map<String, Packet> packets = new HashMap<>();

  private static final class Packet {
    final byte[] bytes;
    int filled;

    Packet(int length) {
      bytes = new byte[length];
    }
  }

  /** A segment that begins with {@link #MARK}: fingerprint, length of the whole, offset, a part. */
  void add(byte[] segment) {
    if (segment.length < HEAD) {
      return;
    }
    String fingerprint = new String(segment, MARK.length, FINGERPRINT, StandardCharsets.US_ASCII);
    ByteBuffer head = ByteBuffer.wrap(segment, MARK.length + FINGERPRINT, 2 * Integer.BYTES);
    int whole = head.getInt();
    int offset = head.getInt();
    int length = segment.length - HEAD;
    boolean fits = whole > 0 && whole <= Payloads.LONGEST && offset >= 0 && offset <= whole - length;
    if (!fits || (packets.size() >= MOST && !packets.containsKey(fingerprint))) {
      return;
    }
    Packet packet = packets.computeIfAbsent(fingerprint, _ -> new Packet(whole));
    if (packet.bytes.length == whole) {
      System.arraycopy(segment, HEAD, packet.bytes, offset, length);
      packet.filled += length;
    }
  }

  /** Empty unless all of it is there. */
  Optional<byte[]> packet(String fingerprint) {
    return Optional.ofNullable(packets.get(fingerprint)).filter(packet -> packet.filled == packet.bytes.length).map(packet -> packet.bytes);
  }
}
