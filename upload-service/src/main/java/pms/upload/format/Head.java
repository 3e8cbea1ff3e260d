package pms.upload.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a file. Reading beyond them throws {@link IndexOutOfBoundsException}, which readers leave to {@link
 * PixelSize#of}: a header that goes on behind our peek tells nothing.
 */
public final class Head {

  private final ByteBuffer bytes;
  private final boolean whole;

  private Head(ByteBuffer bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /** @param whole whether these bytes are all there are */
  public static Head of(byte[] bytes, boolean whole) {
    return new Head(ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN), whole);
  }

  boolean whole() {
    return whole;
  }

  int length() {
    return bytes.limit();
  }

  /** The same bytes, multi-byte numbers read the other way. */
  Head littleEndian() {
    return new Head(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), whole);
  }

  int u8(int at) {
    return Byte.toUnsignedInt(bytes.get(at));
  }

  int u16(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  int i32(int at) {
    return bytes.getInt(at);
  }

  long u32(int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  /** A length or offset that lies in these bytes; else there is nothing to follow. */
  int offset(int at) {
    long offset = u32(at);
    if (offset > length()) {
      throw new IndexOutOfBoundsException("offset " + offset);
    }
    return (int) offset;
  }

  /** Bytes as Latin-1. */
  String text(int at, int count) {
    byte[] part = new byte[count];
    bytes.get(at, part);
    return new String(part, StandardCharsets.ISO_8859_1);
  }

  /** Whether these characters (Latin-1) stand there; false beyond the end. */
  boolean has(int at, String magic) {
    return at >= 0 && at + magic.length() <= length() && text(at, magic.length()).equals(magic);
  }

  boolean startsWith(String magic) {
    return has(0, magic);
  }
}
