package pms.metadata.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pms.contracts.TakenAt;
import pms.metadata.atlas.TimeZones;

/**
 * What phones and messengers put into the names of their files: {@code IMG_20210704_153012}, {@code PXL_…}, {@code
 * IMG-20210704-WA0001}, {@code Screenshot_2021-07-04-15-30-12}, {@code signal-2021-07-04-153012}. A name with a date
 * alone means the beginning of that day.
 */
final class FileNames {

  private static final String DATE = "(?<!\\d)((?:19[89]|20\\d)\\d)([-_.]?)(\\d{2})\\2(\\d{2})";
  private static final Pattern MOMENT =
      Pattern.compile(DATE + "(?:[-_. tT]|,? (?:at|um) )?(\\d{1,2})([-_.:h]?)(\\d{2})[-_.:m]?(\\d{2})(?:-?(\\d{3}))?(?!\\d)( ?[AaPp][Mm]\\b)?");
  private static final Pattern MESSENGER_DAY = Pattern.compile("(?i)^(?:img|vid|ptt)[-_]" + DATE + "[-_]wa\\d+");
  private static final Pattern WRITTEN_DAY = Pattern.compile("(?<!\\d)((?:19[89]|20\\d)\\d)([-_.])(\\d{2})\\2(\\d{2})(?!\\d)");
  private static final Pattern SCREENSHOT = Pattern.compile("(?i)screen[-_ ]?(shot|cap)|bildschirmfoto|capture d.écran|captura de pantalla");

  static boolean isScreenshot(String name) {
    return name != null && SCREENSHOT.matcher(name).find();
  }

  /** @param place null when unknown; it tells the offset */
  static Optional<TakenAt> takenAt(String name, Place place) {
    if (name == null) {
      return Optional.empty();
    }
    try {
      Matcher moment = MOMENT.matcher(name);
      if (moment.find()) {
        return Optional.of(at(moment(moment), name, place));
      }
      return Stream.of(MESSENGER_DAY, WRITTEN_DAY)
          .map(pattern -> pattern.matcher(name))
          .filter(Matcher::find)
          .findFirst()
          .map(day -> at(day(day).atStartOfDay(), name, place));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  private static LocalDateTime moment(Matcher parts) {
    String half = parts.group(10) == null ? "" : parts.group(10).strip().toLowerCase(Locale.ROOT);
    int hour = half.isEmpty() ? number(parts, 5) : number(parts, 5) % 12 + (half.equals("pm") ? 12 : 0);
    int nanos = parts.group(9) == null ? 0 : number(parts, 9) * 1_000_000;
    return day(parts).atTime(hour, number(parts, 7), number(parts, 8), nanos);
  }

  private static LocalDate day(Matcher parts) {
    return LocalDate.of(number(parts, 1), number(parts, 3), number(parts, 4));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Pixel phones write UTC, all others the time on the wall. */
  private static TakenAt at(LocalDateTime time, String name, Place place) {
    Optional<ZoneId> zone =
        place == null || place.latitude() == null ? Optional.empty() : TimeZones.at(place.latitude(), place.longitude());
    if (!name.startsWith("PXL_")) {
      return CaptureTime.at(time, zone.flatMap(there -> TimeZones.offset(there, time)).orElse(null), "filename");
    }
    Instant instant = time.toInstant(ZoneOffset.UTC);
    ZoneOffset offset = zone.flatMap(there -> TimeZones.offset(there, instant)).orElse(ZoneOffset.UTC);
    return CaptureTime.at(LocalDateTime.ofInstant(instant, offset), offset, "filename");
  }

  private FileNames() {}
}
