package pms.metadata.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;

/**
 * Decides what counts where EXIF, IPTC and XMP all have a word: of the camera's doing EXIF comes first, of people's words
 * XMP, then IPTC, then EXIF, since editors write XMP last. The whole order stands in docs/metadata.md.
 */
final class FactsReader {

  /** What cameras fill in where people's words belong. */
  private static final Set<String> NO_WORDS =
      Set.of("digital camera", "digital image", "default", "untitled", "user comments", "charset=ascii", "screenshot",
          "image_description", "imagetitle", "edf", "btf", "jpeg", "cof", "dcf", "wide-angle");
  private static final Pattern FILE_NAME = Pattern.compile("[\\p{Punct}\\s]*|(dsc|img|dscn|dscf|sany)_?\\d+(\\.jpe?g)?");
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_DESCRIPTION = 10_000;

  private final Sources sources;
  private final ExifTags exif;
  private final IptcTags iptc;
  private final XmpTags xmp;

  FactsReader(ExifTags exif, IptcTags iptc, XmpTags xmp) {
    this.sources = new Sources(exif, iptc, xmp);
    this.exif = exif;
    this.iptc = iptc;
    this.xmp = xmp;
  }

  Facts read(Payloads container, List<String> warnings) {
    CameraFacts camera = new CameraFacts(sources);
    Place place = Position.of(sources);
    String title = title(container);
    String description = description(container);
    Facts facts =
        new Facts(
            container.upright ? container.width : null, container.upright ? container.height : null,
            orientation(), new CaptureTimes(sources, place).takenAt(container.text("Creation Time")).orElse(null), camera.camera(), camera.exposure(),
            place, title, description != null && description.equals(title) ? null : description,
            tags(), rating(), warnings, details(container));
    return facts.withSize(container.width, container.height);
  }

  private Integer orientation() {
    return sources.number(ExifNumbers.ORIENTATION, "tiff:Orientation")
        .filter(orientation -> orientation >= 1 && orientation <= 8)
        .map(Double::intValue)
        .orElse(null);
  }

  private Details details(Payloads container) {
    return new Details(
        colourProfile(container),
        Sources.first(500, Sources.joined(xmp.all("dc:creator")), Sources.joined(iptc.all(IptcTypes.BYLINE)),
            exif.text(ExifNumbers.ARTIST), exif.text(ExifNumbers.XP_AUTHOR), container.text("Author")),
        Sources.first(1000, xmp.text("dc:rights"), iptc.text(IptcTypes.COPYRIGHT_NOTICE), exif.text(ExifNumbers.COPYRIGHT), container.text("Copyright")),
        Position.direction(sources),
        isPanorama(),
        exif.text(ExifNumbers.USER_COMMENT).filter("Screenshot"::equalsIgnoreCase).isPresent(),
        null);
  }

  /** The profile that is embedded, else the colours that the container or EXIF names. */
  private String colourProfile(Payloads container) {
    return Optional.ofNullable(container.profile)
        .flatMap(IccProfile::name)
        .or(() -> Optional.ofNullable(container.profileName))
        .or(() -> xmp.text("photoshop:ICCProfile"))
        .or(this::colourSpace)
        .flatMap(name -> PlainText.clean(name, 100))
        .orElse(null);
  }

  /** DCF's rules for Adobe RGB: the space is none of EXIF's, the interoperability directory says R03. */
  private Optional<String> colourSpace() {
    int space = exif.number(ExifNumbers.COLOUR_SPACE).map(Double::intValue).orElse(0);
    boolean adobe = space == 2 || exif.interoperability().filter("R03"::equals).isPresent();
    return adobe ? Optional.of("Adobe RGB") : (space == 1 ? Optional.of("sRGB") : Optional.empty());
  }

  /** Google's description of photo spheres, which other makers use as well. */
  private boolean isPanorama() {
    return xmp.text("GPano:ProjectionType").isPresent()
        || xmp.text("GPano:UsePanoramaViewer").filter("true"::equalsIgnoreCase).isPresent();
  }

  private String title(Payloads container) {
    return words(
        LONGEST_TITLE,
        List.of(
            xmp.text("dc:title"),
            iptc.text(IptcTypes.OBJECT_NAME),
            exif.text(ExifNumbers.XP_TITLE),
            xmp.text("photoshop:Headline"),
            iptc.text(IptcTypes.HEADLINE),
            container.text("Title")));
  }

  private String description(Payloads container) {
    return words(
        LONGEST_DESCRIPTION,
        List.of(
            xmp.text("dc:description"),
            iptc.text(IptcTypes.CAPTION_ABSTRACT),
            exif.text(ExifNumbers.IMAGE_DESCRIPTION),
            exif.text(ExifNumbers.XP_COMMENT),
            container.text("Description")));
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
    return sources.xmpNumber("xmp:Rating")
        .or(() -> exif.number(ExifNumbers.RATING))
        .filter(rating -> rating >= 0 && rating <= 5)
        .map(Double::intValue)
        .orElse(null);
  }
}
