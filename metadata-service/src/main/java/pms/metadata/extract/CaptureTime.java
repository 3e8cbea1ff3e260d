package pms.metadata.extract;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pms.contracts.TakenAt;

/**
 * Reads moments as EXIF, IPTC and XMP write them: {@code 2008:05:30 15:56:01}, {@code 20080530 155601+0200}, {@code
 * 2008-05-30T15:56:01.25+02:00}. Nonsense such as {@code 0000:00:00} is unknown.
 */
public final class CaptureTime {

  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4})[:./-]?(\\d{2})[:./-]?(\\d{2})[ T]*(\\d{2}):?(\\d{2})(?::?(\\d{2}))?"
              + "(?:[.,](\\d{1,9})\\d*)?\\s*(Z|[+-]\\d{2}:?\\d{2})?.*");
  private static final Pattern DAY = Pattern.compile("\\d{4}([:./-]?)\\d{2}\\1\\d{2}");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})");
  private static final int FURTHEST_MINUTES = 14 * 60;
  private static final int FIRST_YEAR = 1826; // The oldest photograph there is.
  private static final int LAST_YEAR = 2200;

  /**
   * @param subSeconds digits after the decimal point, null when unknown
   * @param offset such as {@code +02:00}, null when unknown; one that stands in the text itself counts more
   */
  static Optional<TakenAt> parse(String text, String subSeconds, String offset, String source) {
    Matcher moment = MOMENT.matcher(text == null ? "" : text.strip());
    if (!moment.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = local(moment, subSeconds);
      if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
        return Optional.empty();
      }
      Optional<ZoneOffset> zone = offset(moment.group(8)).or(() -> offset(offset));
      return Optional.of(at(local, zone.orElse(null), source));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  /** As mails and a PNG's texts write it: {@code Sat, 14 Jul 2021 10:00:00 +0200}. */
  static Optional<TakenAt> ofMail(String text, String source) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      return parse(moment.toLocalDateTime() + ":00", null, moment.getOffset().getId(), source);
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  /** A date alone, which means the beginning of that day; empty for anything else. */
  static Optional<TakenAt> ofDay(String text, String source) {
    Matcher day = DAY.matcher(text == null ? "" : text.strip());
    return day.matches() ? parse(day.group() + " 00:00:00", null, null, source) : Optional.empty();
  }

  /** With the instant, where the offset is known; as exact as the database, or the last of a day would be sorted into the next. */
  public static TakenAt at(LocalDateTime exact, ZoneOffset offset, String source) {
    LocalDateTime local = exact.truncatedTo(ChronoUnit.MICROS);
    if (offset == null) {
      return new TakenAt(local, null, null, source);
    }
    String name = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    return new TakenAt(local, name, local.toInstant(offset), source);
  }

  /** Empty for null, for nonsense and for what no clock on earth shows. */
  public static Optional<ZoneOffset> offset(String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.strip().equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher parts = OFFSET.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minutes = Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3));
    int seconds = (parts.group(1).equals("-") ? -60 : 60) * minutes;
    return minutes > FURTHEST_MINUTES ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(seconds));
  }

  private static LocalDateTime local(Matcher moment, String subSeconds) {
    String fraction = moment.group(7) == null ? digits(subSeconds) : moment.group(7);
    return LocalDateTime.of(
        number(moment, 1), number(moment, 2), number(moment, 3),
        number(moment, 4), number(moment, 5), number(moment, 6),
        Integer.parseInt((fraction + "000000000").substring(0, 9)));
  }

  private static String digits(String subSeconds) {
    return subSeconds != null && subSeconds.strip().matches("\\d+") ? subSeconds.strip() : "";
  }

  private static int number(Matcher moment, int group) {
    return moment.group(group) == null ? 0 : Integer.parseInt(moment.group(group));
  }

  private CaptureTime() {}
}
