package pms.metadata.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;
import pms.kit.problem.Problem;

/**
 * A month ({@code 2021-07}), a day ({@code 2021-07-03}), or the pictures of unknown capture time ({@code unknown}).
 *
 * @param first first day in it
 * @param last last day in it
 */
public record BucketKey(String text, String first, String last) {

  public static final String UNKNOWN = "unknown";

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
  private static final int MONTH_LENGTH = 7;

  /** @throws Problem 400 for anything that is no bucket */
  public static BucketKey parse(String text) {
    if (UNKNOWN.equals(text)) {
      return new BucketKey(UNKNOWN, UNKNOWN, UNKNOWN);
    }
    try {
      if (DATE.matcher(text).matches()) {
        return text.length() == MONTH_LENGTH ? month(YearMonth.parse(text)) : day(LocalDate.parse(text));
      }
    } catch (DateTimeException noSuchDay) {
      throw bad();
    }
    throw bad();
  }

  /** The bucket of one day: of the local time of capture, wherever on earth that was. */
  public static String dayOf(LocalDateTime local) {
    return local == null ? UNKNOWN : local.toLocalDate().toString();
  }

  static String monthOf(String day) {
    return day.substring(0, MONTH_LENGTH);
  }

  /** Both a month and the unknown time have seven letters. */
  static boolean isMonth(String bucket) {
    return bucket.length() == MONTH_LENGTH && !bucket.equals(UNKNOWN);
  }

  boolean isUnknown() {
    return text.equals(UNKNOWN);
  }

  private static BucketKey month(YearMonth month) {
    return new BucketKey(month.toString(), month.atDay(1).toString(), month.atEndOfMonth().toString());
  }

  private static BucketKey day(LocalDate day) {
    return new BucketKey(day.toString(), day.toString(), day.toString());
  }

  private static Problem bad() {
    return Problem.invalid("bucket", "must be a month such as 2021-07, a day such as 2021-07-03, or unknown");
  }
}
