package pms.metadata.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.TakenAt;

/**
 * Decides what counts where EXIF, IPTC and XMP all have a word: of the camera's doing EXIF comes first, of people's words
 * XMP, then IPTC, then EXIF, since editors write XMP last.
 */
final class FactsReader {

  /** What cameras fill in where people's words belong. */
  private static final Set<String> NO_WORDS =
      Set.of("digital camera", "digital image", "default", "untitled", "user comments", "charset=ascii", "screenshot",
          "image_description", "imagetitle", "edf", "btf", "jpeg", "cof", "dcf", "wide-angle");
  private static final Pattern FILE_NAME = Pattern.compile("[\\p{Punct}\\s]*|(dsc|img|dscn|dscf|sany)_?\\d+(\\.jpe?g)?");
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_DESCRIPTION = 10_000;

  private final ExifTags exif;
  private final IptcTags iptc;
  private final XmpTags xmp;

  FactsReader(ExifTags exif, IptcTags iptc, XmpTags xmp) {
    this.exif = exif;
    this.iptc = iptc;
    this.xmp = xmp;
  }

  /** @param width pixels as stored, null when the container did not tell */
  Facts read(Integer width, Integer height, List<String> warnings) {
    String title = title();
    String description = description();
    return new Facts(
            null, null, orientation(), takenAt(), camera(), exposure(), Position.of(exif, iptc, xmp),
            title, description != null && description.equals(title) ? null : description,
            tags(), rating(), warnings)
        .withSize(width, height);
  }

  private Integer orientation() {
    return exif.number(ExifNumbers.ORIENTATION)
        .or(() -> number("tiff:Orientation"))
        .filter(orientation -> orientation >= 1 && orientation <= 8)
        .map(Double::intValue)
        .orElse(null);
  }

  private Camera camera() {
    String make = firstText(() -> exif.text(ExifNumbers.MAKE), () -> xmp.text("tiff:Make"), 100);
    String model = firstText(() -> exif.text(ExifNumbers.MODEL), () -> xmp.text("tiff:Model"), 100);
    String lens =
        CameraNames.lens(
            firstText(
                () -> exif.text(ExifNumbers.LENS_MODEL),
                () -> xmp.text("exifEX:LensModel").or(() -> xmp.text("aux:Lens")),
                200));
    return make == null && model == null && lens == null
        ? null
        : new Camera(CameraNames.make(make, model), CameraNames.model(make, model), lens);
  }

  private Exposure exposure() {
    Exposure exposure =
        new Exposure(
            iso(),
            positive(ExifNumbers.EXPOSURE_TIME, "exif:ExposureTime").or(this::timeOfShutter).orElse(null),
            positive(ExifNumbers.F_NUMBER, "exif:FNumber").or(this::numberOfAperture).orElse(null),
            positive(ExifNumbers.FOCAL_LENGTH, "exif:FocalLength").orElse(null),
            positive(ExifNumbers.FOCAL_LENGTH_35, "exif:FocalLengthIn35mmFilm").orElse(null),
            flash());
    return exposure.equals(new Exposure(null, null, null, null, null, null)) ? null : exposure;
  }

  private Optional<Double> positive(int tag, String name) {
    return exif.positive(tag).or(() -> number(name)).filter(number -> number > 0);
  }

  /** The old tag holds 16 bits; beyond them it is full and others tell. */
  private Integer iso() {
    return exif.positive(ExifNumbers.ISO)
        .filter(iso -> iso < 65_535)
        .or(() -> exif.positive(ExifNumbers.RECOMMENDED_EXPOSURE_INDEX))
        .or(() -> exif.positive(ExifNumbers.ISO_SPEED))
        .or(exif::isoOfMaker)
        .or(() -> number("exif:ISOSpeedRatings").or(() -> number("exifEX:PhotographicSensitivity")))
        .filter(iso -> iso >= 1 && iso < 100_000_000)
        .map(iso -> (int) Math.round(iso))
        .orElse(null);
  }

  /** APEX values: time is 2 to the minus Tv, the f-number 2 to the half Av. */
  private Optional<Double> timeOfShutter() {
    return exif.number(ExifNumbers.SHUTTER_SPEED_VALUE)
        .filter(value -> Math.abs(value) < 30)
        .map(value -> significant(Math.pow(2, -value)));
  }

  private Optional<Double> numberOfAperture() {
    return exif.positive(ExifNumbers.APERTURE_VALUE)
        .filter(value -> value < 20)
        .map(value -> Math.round(Math.pow(2, value / 2) * 10) / 10.0);
  }

  private static double significant(double value) {
    return new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }

  /** Bit 0 tells whether it fired, bit 5 that there is none. */
  private Boolean flash() {
    return exif.number(ExifNumbers.FLASH).map(bits -> (bits.intValue() & 33) == 1).orElse(null);
  }

  private TakenAt takenAt() {
    return exifTime(ExifNumbers.DATE_TIME_ORIGINAL, ExifNumbers.SUB_SECONDS_ORIGINAL, ExifNumbers.OFFSET_ORIGINAL)
        .or(this::digitized)
        .or(() -> xmpTime("exif:DateTimeOriginal"))
        .or(() -> xmpTime("photoshop:DateCreated"))
        .or(this::iptcTime)
        .or(() -> xmpTime("xmp:CreateDate"))
        .or(this::gpsTime)
        .orElse(null);
  }

  /** Of a camera the same moment; of a scanner the best there is. */
  private Optional<TakenAt> digitized() {
    return exifTime(ExifNumbers.DATE_TIME_DIGITIZED, ExifNumbers.SUB_SECONDS_DIGITIZED, ExifNumbers.OFFSET_DIGITIZED);
  }

  private Optional<TakenAt> exifTime(int time, int subSeconds, int offset) {
    return CaptureTime.parse(
        exif.text(time).orElse(null), exif.text(subSeconds).orElse(null), exif.text(offset).orElse(null), "exif");
  }

  private Optional<TakenAt> xmpTime(String name) {
    return CaptureTime.parse(xmp.text(name).orElse(null), null, null, "xmp");
  }

  private Optional<TakenAt> iptcTime() {
    return iptc.text(IptcTypes.DATE_CREATED).flatMap(date ->
        CaptureTime.parse(date + " " + iptc.text(IptcTypes.TIME_CREATED).orElse(""), null, null, "iptc"));
  }

  /** Satellites tell the instant but not the clock on the wall, so it is given in UTC. */
  private Optional<TakenAt> gpsTime() {
    String date = exif.gps(ExifNumbers.GPS_DATE).flatMap(TagValue::text).orElse("");
    List<Double> time = exif.gps(ExifNumbers.GPS_TIME).map(TagValue::numbers).orElse(List.of());
    if (time.size() != 3 || time.stream().anyMatch(part -> !(part >= 0 && part < 60))) {
      return Optional.empty();
    }
    Object[] parts = {date, time.get(0).intValue(), time.get(1).intValue(), time.get(2).intValue()};
    return CaptureTime.parse(String.format(Locale.ROOT, "%s %02d:%02d:%02d", parts), null, "+00:00", "gps").filter(taken -> plausible(taken.local()));
  }

  /** Receivers without a fix count from their epoch. */
  private static boolean plausible(LocalDateTime gps) {
    return gps.toInstant(ZoneOffset.UTC).isAfter(LocalDateTime.of(1994, 1, 1, 0, 0).toInstant(ZoneOffset.UTC));
  }

  private String title() {
    return words(
        LONGEST_TITLE,
        List.of(
            xmp.text("dc:title"),
            iptc.text(IptcTypes.OBJECT_NAME),
            exif.text(ExifNumbers.XP_TITLE),
            xmp.text("photoshop:Headline"),
            iptc.text(IptcTypes.HEADLINE)));
  }

  private String description() {
    return words(
        LONGEST_DESCRIPTION,
        List.of(
            xmp.text("dc:description"),
            iptc.text(IptcTypes.CAPTION_ABSTRACT),
            exif.text(ExifNumbers.IMAGE_DESCRIPTION),
            exif.text(ExifNumbers.XP_COMMENT)));
  }

  private String words(int longest, List<Optional<String>> candidates) {
    return candidates.stream()
        .flatMap(Optional::stream)
        .filter(this::isOfPeople)
        .flatMap(text -> PlainText.clean(text, longest).stream())
        .findFirst()
        .orElse(null);
  }

  private boolean isOfPeople(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return !isTheCamera(text)
        && !NO_WORDS.contains(lower)
        && !lower.endsWith(" digital camera")
        && !FILE_NAME.matcher(lower).matches();
  }

  private boolean isTheCamera(String text) {
    return exif.text(ExifNumbers.MAKE).filter(text::equals).isPresent()
        || exif.text(ExifNumbers.MODEL).filter(text::equals).isPresent();
  }

  private List<String> tags() {
    List<String> words = new ArrayList<>(xmp.all("dc:subject"));
    words.addAll(iptc.all(IptcTypes.KEYWORDS));
    exif.text(ExifNumbers.XP_KEYWORDS).ifPresent(all -> words.addAll(Arrays.asList(all.split(";"))));
    return Tags.of(words);
  }

  /** Lightroom's rejected, −1, is no rating. */
  private Integer rating() {
    return number("xmp:Rating")
        .or(() -> exif.number(ExifNumbers.RATING))
        .filter(rating -> rating >= 0 && rating <= 5)
        .map(Double::intValue)
        .orElse(null);
  }

  /** XMP writes numbers as decimals or as fractions. */
  private Optional<Double> number(String name) {
    String text = xmp.text(name).orElse("");
    if (!text.matches("-?\\d{1,12}(\\.\\d{1,12})?(/\\d{1,12})?")) {
      return Optional.empty();
    }
    String[] parts = text.split("/");
    double number = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  private static String firstText(Supplier<Optional<String>> first, Supplier<Optional<String>> second, int longest) {
    return first.get().or(second).flatMap(text -> PlainText.clean(text, longest)).orElse(null);
  }
}
