package pms.metadata.extract;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;
import pms.contracts.TakenAt;
import pms.metadata.atlas.TimeZones;

/**
 * Decides when a picture was taken. The wall time comes from the first that has one: EXIF, XMP, IPTC, satellites. Its
 * offset from UTC comes from the file; else from how far the wall time is from the satellites' time; else from the time
 * zone at the place; else it is unknown.
 */
final class CaptureTimes {

  private static final int QUARTER = 15 * 60;

  /** Seconds. Receivers repeat the time of their last fix, and cameras' clocks are not right. */
  private static final int FURTHEST_FROM_QUARTER = 150;

  private static final long MICROS = 1_000_000; // of a second
  private static final int LARGEST_OFFSET = 14 * 3600;
  private static final Instant FIRST_FIX = Instant.parse("1994-01-01T00:00:00Z");

  private final ExifTags exif;
  private final IptcTags iptc;
  private final XmpTags xmp;
  private final Optional<ZoneId> zone;

  /** @param place null when unknown */
  CaptureTimes(Sources sources, Place place) {
    this.exif = sources.exif();
    this.iptc = sources.iptc();
    this.xmp = sources.xmp();
    this.zone = place == null || place.latitude() == null ? Optional.empty() : TimeZones.at(place.latitude(), place.longitude());
  }

  /** @param text what a PNG calls its creation time, in whatever form */
  Optional<TakenAt> takenAt(Optional<String> text) {
    return exifTime(ExifNumbers.DATE_TIME_ORIGINAL, ExifNumbers.SUB_SECONDS_ORIGINAL, ExifNumbers.OFFSET_ORIGINAL)
        .or(this::digitized)
        .or(() -> xmpTime("exif:DateTimeOriginal"))
        .or(() -> xmpTime("photoshop:DateCreated"))
        .or(this::iptcTime)
        .or(() -> xmpTime("xmp:CreateDate"))
        .or(() -> text.flatMap(time -> CaptureTime.parse(time, null, null, "png").or(() -> CaptureTime.ofMail(time, "png"))))
        .map(this::withOffset)
        .or(this::ofSatellites)
        .or(this::ofTheDay);
  }

  /** Of a camera the same moment; of a scanner the best there is. */
  private Optional<TakenAt> digitized() {
    return exifTime(ExifNumbers.DATE_TIME_DIGITIZED, ExifNumbers.SUB_SECONDS_DIGITIZED, ExifNumbers.OFFSET_DIGITIZED);
  }

  /** Some cameras tell their clock's offset only for the last change of the file. */
  private Optional<TakenAt> exifTime(int time, int subSeconds, int offset) {
    String zone = exif.text(offset).or(() -> exif.text(ExifNumbers.OFFSET)).orElse(null);
    return CaptureTime.parse(exif.text(time).orElse(null), exif.text(subSeconds).orElse(null), zone, "exif");
  }

  private Optional<TakenAt> xmpTime(String name) {
    return CaptureTime.parse(xmp.text(name).orElse(null), null, null, "xmp");
  }

  private Optional<TakenAt> xmpDay(String name) {
    return CaptureTime.ofDay(xmp.text(name).orElse(null), "xmp");
  }

  private Optional<TakenAt> iptcTime() {
    return iptc.text(IptcTypes.DATE_CREATED).flatMap(date ->
        CaptureTime.parse(date + " " + iptc.text(IptcTypes.TIME_CREATED).orElse(""), null, null, "iptc"));
  }

  private TakenAt withOffset(TakenAt taken) {
    if (taken.offset() != null) {
      return taken;
    }
    return satellites()
        .flatMap(instant -> difference(taken.local(), instant))
        .map(offset -> CaptureTime.at(taken.local(), offset, taken.source()))
        .orElseGet(() -> atThePlace(taken));
  }

  /** Of a scan often nothing but the day is known. What satellites tell is no hint of its offset, since it is no moment. */
  private Optional<TakenAt> ofTheDay() {
    return xmpDay("exif:DateTimeOriginal")
        .or(() -> xmpDay("photoshop:DateCreated"))
        .or(() -> iptc.text(IptcTypes.DATE_CREATED).flatMap(day -> CaptureTime.ofDay(day, "iptc")))
        .map(this::atThePlace);
  }

  private TakenAt atThePlace(TakenAt taken) {
    Optional<ZoneOffset> offset = zone.flatMap(there -> TimeZones.offset(there, taken.local()));
    return CaptureTime.at(taken.local(), offset.orElse(null), taken.source());
  }

  /** Where it is near a quarter of an hour: then both clocks were read at the same moment. */
  static Optional<ZoneOffset> difference(LocalDateTime local, Instant satellites) {
    long seconds = local.toEpochSecond(ZoneOffset.UTC) - satellites.getEpochSecond();
    long rounded = Math.round(seconds / (double) QUARTER) * QUARTER;
    return Math.abs(seconds - rounded) > FURTHEST_FROM_QUARTER || Math.abs(rounded) > LARGEST_OFFSET
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds((int) rounded));
  }

  /** Satellites tell the instant but not the clock on the wall: where the place does not tell either it is given in UTC. */
  private Optional<TakenAt> ofSatellites() {
    return satellites().map(instant -> {
      ZoneOffset offset = zone.flatMap(there -> TimeZones.offset(there, instant)).orElse(ZoneOffset.UTC);
      return CaptureTime.at(LocalDateTime.ofInstant(instant, offset), offset, "gps");
    });
  }

  private Optional<Instant> satellites() {
    return satellitesOfExif()
        .or(() -> xmpTime("exif:GPSTimeStamp").map(TakenAt::instant))
        .filter(instant -> instant.isAfter(FIRST_FIX)); // Receivers without a fix count from their epoch.
  }

  private Optional<Instant> satellitesOfExif() {
    String date = exif.gps(ExifNumbers.GPS_DATE).flatMap(TagValue::text).orElse("");
    List<Double> time = exif.gps(ExifNumbers.GPS_TIME).map(TagValue::numbers).orElse(List.of());
    if (time.size() != 3 || time.stream().anyMatch(part -> !(part >= 0 && part < 60))) {
      return Optional.empty();
    }
    long micros = Math.min(Math.round(time.get(2) * MICROS), 60 * MICROS - 1);
    Object[] parts = {date, time.get(0).intValue(), time.get(1).intValue(), micros / MICROS, micros % MICROS};
    String text = String.format(Locale.ROOT, "%s %02d:%02d:%02d.%06d", parts);
    return CaptureTime.parse(text, null, "+00:00", "gps").map(TakenAt::instant);
  }
}
