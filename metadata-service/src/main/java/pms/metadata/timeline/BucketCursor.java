package pms.metadata.timeline;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import pms.kit.problem.Problem;

/** Where a page of a bucket ended. Opaque to callers. */
record BucketCursor(Instant at, UUID id) {

  /** Before everything. */
  private static final BucketCursor START =
      new BucketCursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  static BucketCursor behind(Shown last) {
    return new BucketCursor(last.at(), last.id());
  }

  /** The start for null. */
  static BucketCursor parse(String text) {
    if (text == null) {
      return START;
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
      Instant at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
      if (parts.length == 2 && parts[1].length() == 36 && !at.isAfter(START.at) && at.isAfter(Instant.parse("0001-01-01T00:00:00Z"))) {
        return new BucketCursor(at, UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException garbage) {
      throw bad();
    }
    throw bad();
  }

  /** The day at which the bucket is read on; never after its last, or the index would be read from there to the bucket. */
  String day(BucketKey bucket) {
    if (bucket.isUnknown()) {
      return BucketKey.UNKNOWN;
    }
    String day = BucketKey.dayOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    return day.compareTo(bucket.last()) > 0 ? bucket.last() : day;
  }

  @Override
  public String toString() {
    String key = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "/" + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
  }

  private static Problem bad() {
    return Problem.invalid("before", "is not a cursor that was given out here");
  }
}
