package pms.metadata.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lenses of the A mount by the number that Sony's bodies write. Makers share numbers: where a name's focal lengths and
 * apertures are not those that the body tells besides, it is another maker's lens, and where they could be it is not here.
 *
 * @see <a href="https://exiftool.org/TagNames/Minolta.html#LensType">Minolta and Sony lens types</a>
 */
final class SonyLenses {

  /** A question mark is for numbers that others have as well, and which count only if focal lengths and apertures are told. */
  private static final Map<Integer, String> NAMES =
      Arrays.stream(
              """
              0 Minolta AF 28-85mm F3.5-4.5
              1 Minolta AF 80-200mm F2.8 HS-APO G
              2 Minolta AF 28-70mm F2.8 G
              3 Minolta AF 28-80mm F4-5.6
              4 Minolta AF 85mm F1.4 G
              5 Minolta AF 35-70mm F3.5-4.5
              6 Minolta AF 24-85mm F3.5-4.5
              7? Minolta AF 100-300mm F4.5-5.6 APO
              8 Minolta AF 70-210mm F4.5-5.6
              9 Minolta AF 50mm F3.5 Macro
              10 Minolta AF 28-105mm F3.5-4.5
              11 Minolta AF 300mm F4 HS-APO G
              12 Minolta AF 100mm F2.8 Soft Focus
              13 Minolta AF 75-300mm F4.5-5.6
              14 Minolta AF 100-400mm F4.5-6.7 APO
              15 Minolta AF 400mm F4.5 HS-APO G
              16 Minolta AF 17-35mm F3.5 G
              17 Minolta AF 20-35mm F3.5-4.5
              18 Minolta AF 28-80mm F3.5-5.6 II
              19 Minolta AF 35mm F1.4 G
              20 Sony 135mm F2.8 STF
              22 Minolta AF 35-80mm F4-5.6 II
              23 Minolta AF 200mm F4 Macro APO G
              24? Sony 24-105mm F3.5-4.5
              25? Minolta AF 100-300mm F4.5-5.6 APO (D)
              27 Minolta AF 85mm F1.4 G (D)
              28? Sony 100mm F2.8 Macro
              29 Sony 75-300mm F4.5-5.6
              30? Minolta AF 28-80mm F3.5-5.6 (D)
              31? Sony 50mm F2.8 Macro
              32? Sony 300mm F2.8 G
              33 Sony 70-200mm F2.8 G
              35 Minolta AF 85mm F1.4 G (D) Limited
              36 Minolta AF 28-100mm F3.5-5.6 (D)
              38 Minolta AF 17-35mm F2.8-4 (D)
              39 Minolta AF 28-75mm F2.8 (D)
              40 Sony DT 18-70mm F3.5-5.6
              42 Sony DT 18-200mm F3.5-6.3
              43 Sony 35mm F1.4 G
              44 Sony 50mm F1.4
              45 Carl Zeiss Planar T* 85mm F1.4 ZA
              46 Carl Zeiss Vario-Sonnar T* DT 16-80mm F3.5-4.5 ZA
              47 Carl Zeiss Sonnar T* 135mm F1.8 ZA
              49 Sony DT 55-200mm F4-5.6
              50 Sony DT 18-250mm F3.5-6.3
              51 Sony DT 16-105mm F3.5-5.6
              53 Sony 70-400mm F4-5.6 G SSM
              56 Sony DT 55-200mm F4-5.6 SAM
              57? Sony DT 50mm F1.8 SAM
              58 Sony DT 30mm F2.8 Macro SAM
              59 Sony 28-75mm F2.8 SAM
              60 Carl Zeiss Distagon T* 24mm F2 ZA SSM
              61 Sony 85mm F2.8 SAM
              62 Sony DT 35mm F1.8 SAM
              63 Sony DT 16-50mm F2.8 SSM
              64 Sony 500mm F4 G SSM
              65 Sony DT 18-135mm F3.5-5.6 SAM
              66 Sony 300mm F2.8 G SSM II
              67 Sony 70-200mm F2.8 G SSM II
              68 Sony DT 55-300mm F4.5-5.6 SAM
              69 Sony 70-400mm F4-5.6 G SSM II
              70 Carl Zeiss Planar T* 50mm F1.4 ZA SSM
              """
                  .split("\n"))
          .collect(Collectors.toUnmodifiableMap(line -> Integer.valueOf(line.split("[? ]")[0]), line -> line));

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:-(\\d+))?mm F([\\d.]+)(?:-([\\d.]+))?");

  /** @param told shortest and longest focal length, and the widest aperture at each; empty when unknown */
  static Optional<String> name(int number, List<Double> told) {
    String line = NAMES.get(number);
    if (line == null || !(told.isEmpty() ? !line.contains("?") : told.equals(numbers(line)))) {
      return Optional.empty();
    }
    return Optional.of(line.substring(line.indexOf(' ') + 1));
  }

  private static List<Double> numbers(String line) {
    Matcher numbers = NUMBERS.matcher(line);
    if (!numbers.find()) {
      throw new IllegalStateException("a lens without numbers: " + line);
    }
    double shortest = Double.parseDouble(numbers.group(1));
    double wide = Double.parseDouble(numbers.group(3));
    return List.of(
        shortest, numbers.group(2) == null ? shortest : Double.parseDouble(numbers.group(2)),
        wide, numbers.group(4) == null ? wide : Double.parseDouble(numbers.group(4)));
  }

  private SonyLenses() {}
}
