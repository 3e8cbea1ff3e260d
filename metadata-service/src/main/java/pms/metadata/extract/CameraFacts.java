package pms.metadata.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pms.contracts.Camera;
import pms.contracts.Exposure;

/** What the camera did: of that EXIF knows best, then XMP. */
final class CameraFacts {

  private static final Exposure UNKNOWN = new Exposure(null, null, null, null, null, null);

  private final Sources sources;
  private final ExifTags exif;
  private final XmpTags xmp;

  CameraFacts(Sources sources) {
    this.sources = sources;
    this.exif = sources.exif();
    this.xmp = sources.xmp();
  }

  Camera camera() {
    String make = Sources.first(100, exif.text(ExifNumbers.MAKE), xmp.text("tiff:Make"));
    String model = Sources.first(100, exif.text(ExifNumbers.MODEL), xmp.text("tiff:Model"));
    String lens = lens();
    return make == null && model == null && lens == null
        ? null
        : new Camera(CameraNames.make(make, model), CameraNames.model(make, model), lens);
  }

  Exposure exposure() {
    Exposure exposure =
        new Exposure(
            iso(),
            sources.positive(ExifNumbers.EXPOSURE_TIME, "exif:ExposureTime").or(this::timeOfShutter).orElse(null),
            sources.positive(ExifNumbers.F_NUMBER, "exif:FNumber").or(this::numberOfAperture).orElse(null),
            sources.positive(ExifNumbers.FOCAL_LENGTH, "exif:FocalLength").orElse(null),
            sources.positive(ExifNumbers.FOCAL_LENGTH_35, "exif:FocalLengthIn35mmFilm").orElse(null),
            flash());
    return exposure.equals(UNKNOWN) ? null : exposure;
  }

  private String lens() {
    String name =
        CameraNames.lens(
            Sources.first(200, exif.text(ExifNumbers.LENS_MODEL), xmp.text("exifEX:LensModel"), xmp.text("aux:Lens"), exif.lensOfMaker()));
    return Stream.of(exif.numbers(ExifNumbers.LENS_SPECIFICATION), exif.lensNumbersOfMaker())
        .map(CameraFacts::lensByNumbers)
        .reduce(name, (found, next) -> found == null ? next : found);
  }

  /** Shortest and longest focal length, and the widest aperture at each. */
  private static String lensByNumbers(List<Double> parts) {
    if (parts.size() != 4 || !(parts.get(0) > 0) || !(parts.get(1) >= parts.get(0))) {
      return null;
    }
    String aperture = parts.get(2) > 0 && parts.get(3) > 0 ? " f/" + range(parts.get(2), parts.get(3)) : "";
    return range(parts.get(0), parts.get(1)) + "mm" + aperture;
  }

  private static String range(double from, double to) {
    return from == to ? plain(from) : plain(from) + "-" + plain(to);
  }

  private static String plain(double number) {
    return new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** The old tag holds 16 bits; beyond them it is full and others tell. */
  private Integer iso() {
    return exif.positive(ExifNumbers.ISO)
        .filter(iso -> iso < 65_535)
        .or(() -> exif.positive(ExifNumbers.RECOMMENDED_EXPOSURE_INDEX))
        .or(() -> exif.positive(ExifNumbers.ISO_SPEED))
        .or(exif::isoOfMaker)
        .or(() -> sources.xmpNumber("exif:ISOSpeedRatings").or(() -> sources.xmpNumber("exifEX:PhotographicSensitivity")))
        .filter(iso -> iso >= 1 && iso < 100_000_000)
        .map(iso -> (int) Math.round(iso))
        .orElse(null);
  }

  /** APEX values: time is 2 to the minus Tv, the f-number 2 to the half Av. */
  private Optional<Double> timeOfShutter() {
    return exif.number(ExifNumbers.SHUTTER_SPEED_VALUE)
        .filter(value -> Math.abs(value) < 30)
        .map(value -> new BigDecimal(Math.pow(2, -value)).round(new MathContext(4)).doubleValue());
  }

  private Optional<Double> numberOfAperture() {
    return exif.positive(ExifNumbers.APERTURE_VALUE)
        .filter(value -> value < 20)
        .map(value -> Math.round(Math.pow(2, value / 2) * 10) / 10.0);
  }

  /** Bit 0 tells whether it fired, bit 5 that there is none. */
  private Boolean flash() {
    return exif.number(ExifNumbers.FLASH)
        .map(bits -> (bits.intValue() & 33) == 1)
        .or(() -> xmp.text("exif:Flash/exif:Fired").map("true"::equalsIgnoreCase))
        .orElse(null);
  }
}
