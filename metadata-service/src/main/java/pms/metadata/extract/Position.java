package pms.metadata.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;

/** Where the file says the picture was taken: EXIF's GPS tags before XMP's. Its name is one that somebody wrote. */
final class Position {

  private static final int LATITUDE_REF = 1;
  private static final int LONGITUDE_REF = 3;
  private static final int ALTITUDE_REF = 5;
  private static final int ALTITUDE = 6;
  private static final Pattern XMP_DEGREES = Pattern.compile("(\\d+),(\\d+(?:\\.\\d+)?)(?:,(\\d+(?:\\.\\d+)?))?([NSEW])");

  /** Null when the file tells neither coordinates nor a name. */
  static Place of(Sources sources) {
    ExifTags exif = sources.exif();
    XmpTags xmp = sources.xmp();
    Optional<Double> latitude = degrees(exif, LATITUDE_REF, "NS").or(() -> degrees(xmp, "exif:GPSLatitude"));
    Optional<Double> longitude = degrees(exif, LONGITUDE_REF, "EW").or(() -> degrees(xmp, "exif:GPSLongitude"));
    String name = name(sources.iptc(), xmp);
    if (latitude.isEmpty() || longitude.isEmpty() || !onTheGlobe(latitude.get(), longitude.get())) {
      return name == null ? null : new Place(null, null, null, name);
    }
    return new Place(latitude.get(), longitude.get(), altitude(sources), name);
  }

  /** Of view, in degrees from north; null when unknown. */
  static Double direction(Sources sources) {
    return sources.exif()
        .gps(ExifNumbers.GPS_DIRECTION)
        .flatMap(TagValue::number)
        .or(() -> sources.xmpNumber("exif:GPSImgDirection"))
        .filter(degrees -> degrees >= 0 && degrees <= 360)
        .map(degrees -> degrees % 360)
        .orElse(null);
  }

  /** A point exactly at zero, zero is what devices write that have no fix. */
  private static boolean onTheGlobe(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
  }

  /** Without its hemisphere a coordinate is not known. */
  private static Optional<Double> degrees(ExifTags exif, int reference, String hemispheres) {
    String hemisphere = exif.gps(reference).flatMap(TagValue::text).map(ref -> ref.substring(0, 1)).orElse("?");
    List<Double> parts = exif.gps(reference + 1).map(TagValue::numbers).orElse(List.of());
    if (!hemispheres.contains(hemisphere) || parts.isEmpty() || !Double.isFinite(parts.getFirst())) {
      return Optional.empty();
    }
    double degrees = parts.getFirst() + part(parts, 1) / 60 + part(parts, 2) / 3600;
    return Optional.of(hemispheres.indexOf(hemisphere) == 1 ? -degrees : degrees);
  }

  private static double part(List<Double> parts, int index) {
    return parts.size() > index && Double.isFinite(parts.get(index)) ? parts.get(index) : 0;
  }

  private static Optional<Double> degrees(XmpTags xmp, String name) {
    Matcher parts = XMP_DEGREES.matcher(xmp.text(name).orElse(""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    double seconds = parts.group(3) == null ? 0 : Double.parseDouble(parts.group(3));
    double degrees = Double.parseDouble(parts.group(1)) + Double.parseDouble(parts.group(2)) / 60 + seconds / 3600;
    return Optional.of("SW".contains(parts.group(4)) ? -degrees : degrees);
  }

  private static Double altitude(Sources sources) {
    boolean below =
        sources.exif().gps(ALTITUDE_REF).flatMap(TagValue::number)
            .or(() -> sources.xmpNumber("exif:GPSAltitudeRef"))
            .filter(reference -> reference == 1)
            .isPresent();
    return sources.exif()
        .gps(ALTITUDE)
        .flatMap(TagValue::number)
        .or(() -> sources.xmpNumber("exif:GPSAltitude"))
        .filter(metres -> Math.abs(metres) < 100_000)
        .map(metres -> below ? -metres : metres)
        .orElse(null);
  }

  /** Sublocation, city, region and country, as far as somebody wrote them down. */
  private static String name(IptcTags iptc, XmpTags xmp) {
    String name =
        Stream.of(
                xmp.text("Iptc4xmpCore:Location").or(() -> iptc.text(IptcTypes.SUBLOCATION)),
                xmp.text("photoshop:City").or(() -> iptc.text(IptcTypes.CITY)),
                xmp.text("photoshop:State").or(() -> iptc.text(IptcTypes.PROVINCE_STATE)),
                xmp.text("photoshop:Country").or(() -> iptc.text(IptcTypes.COUNTRY_PRIMARY_LOCATION_NAME)))
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(", "));
    return PlainText.clean(name, 300).orElse(null);
  }

  private Position() {}
}
