package pms.sharing.page;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import pms.kit.problem.Problem;

/** Where a page ended: the sort key of its last row. To callers it is one opaque word. */
public record Cursor(long position, UUID id) {

  private static final int LENGTH = 3 * Long.BYTES;

  /** Before the first row. */
  private static final Cursor START = new Cursor(Long.MIN_VALUE, new UUID(0, 0));

  private static final UUID LAST = new UUID(-1, -1);

  public static Cursor parse(String text) {
    return text == null ? START : decode(text);
  }

  /** For lists that are sorted by id alone. */
  public static Cursor of(UUID id) {
    return new Cursor(0, id);
  }

  /** For lists from the newest id to the oldest: the id all others are below. */
  public UUID newest() {
    return isStart() ? LAST : id;
  }

  public boolean isStart() {
    return equals(START);
  }

  public String text() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.putLong(position).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static Cursor decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == LENGTH) {
        return new Cursor(bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong()));
      }
    } catch (IllegalArgumentException notBase64) {
      throw unknown();
    }
    throw unknown();
  }

  private static Problem unknown() {
    return Problem.invalid("after", "is not a cursor of this list: use the value of \"next\"");
  }
}
