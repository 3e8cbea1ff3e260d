package pms.metadata.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The three ways in which a file speaks. */
record Sources(ExifTags exif, IptcTags iptc, XmpTags xmp) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?(/\\d{1,12})?");

  /** XMP writes numbers as decimals or as fractions. */
  Optional<Double> xmpNumber(String name) {
    String text = xmp.text(name).orElse("");
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    String[] parts = text.split("/");
    double number = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  /** From EXIF, else from XMP. */
  Optional<Double> number(int tag, String name) {
    return exif.number(tag).or(() -> xmpNumber(name));
  }

  /** A number above zero, since zero is how cameras write that they do not know. */
  Optional<Double> positive(int tag, String name) {
    return exif.positive(tag).or(() -> xmpNumber(name)).filter(number -> number > 0);
  }

  /** Null when none of them has a word. */
  @SafeVarargs
  static String first(int longest, Optional<String>... candidates) {
    return Stream.of(candidates)
        .flatMap(Optional::stream)
        .flatMap(text -> PlainText.clean(text, longest).stream())
        .findFirst()
        .orElse(null);
  }

  /** Several names in one text; empty when there are none. */
  static Optional<String> joined(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names.stream().distinct().toList()));
  }
}
