package pms.metadata.image;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import pms.kit.problem.Problem;

/** Where a page ended: the sort key of its last image. Opaque to callers. */
record Cursor(Instant at, UUID id) {

  /** From year 1 to year 9999: further than any picture's time, and not beyond what PostgreSQL's timestamps take. */
  private static final long EARLIEST = -62_135_596_800_000_000L;

  private static final long LATEST = 253_402_300_799_999_999L;

  /** Null for null. */
  static Cursor parse(String text) {
    if (text == null) {
      return null;
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
      long micros = Long.parseLong(parts[0]);
      if (micros < EARLIEST || micros > LATEST || parts.length < 2 || parts[1].length() != 36) {
        throw Problem.invalid("before", "is not a cursor that was given out here");
      }
      return new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException garbage) {
      throw Problem.invalid("before", "is not a cursor that was given out here");
    }
  }

  @Override
  public String toString() {
    String key = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "/" + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
  }
}
