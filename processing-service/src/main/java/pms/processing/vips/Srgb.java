package pms.processing.vips;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Tells the profile that most cameras embed from others: samples that are in sRGB already need no conversion. */
final class Srgb {

  /** Red, green and blue as profiles have them, adapted to the light of day at 5000 K. */
  private static final Map<String, double[]> COLORANTS = Map.of(
      "rXYZ", new double[] {0.4361, 0.2225, 0.0139},
      "gXYZ", new double[] {0.3851, 0.7169, 0.0971},
      "bXYZ", new double[] {0.1431, 0.0606, 0.7142});

  private static final double OF_COLORANTS = 0.003;

  /** Of 1, after the curve: one step of eight bits. */
  private static final double OF_CURVES = 1 / 255d;

  private static final int HEAD = 128;
  private static final int LARGEST = 1 << 16;
  private static final int MOST_TAGS = 64;

  private final ByteBuffer profile;
  private final Map<String, ByteBuffer> tags = new HashMap<>();

  /** False for whatever is not surely it: then the library converts. */
  static boolean is(byte[] profile) {
    try {
      return profile.length > HEAD && profile.length <= LARGEST && new Srgb(ByteBuffer.wrap(profile)).matches();
    } catch (IndexOutOfBoundsException | IllegalArgumentException nonsense) {
      return false;
    }
  }

  /**
   * Whether a picture has to be converted. One of red, green and blue is not by a profile of grey or ink, nor the other way:
   * some versions of the library would try.
   */
  static boolean isNeededBy(boolean colour, byte[] profile) {
    boolean ofColours = profile.length > HEAD && new String(profile, 16, 4, StandardCharsets.ISO_8859_1).equals("RGB ");
    return profile.length > 0 && ofColours == colour && !is(profile);
  }

  private Srgb(ByteBuffer profile) {
    this.profile = profile;
    int count = Math.min(profile.getInt(HEAD), MOST_TAGS);
    for (int i = 0; i < count; i++) {
      int entry = HEAD + 4 + 12 * i;
      tags.put(text(entry), profile.slice(profile.getInt(entry + 4), profile.getInt(entry + 8)));
    }
  }

  private boolean matches() {
    boolean byMatrix = text(16).equals("RGB ") && text(20).equals("XYZ ") && tags.keySet().stream().noneMatch(tag -> tag.startsWith("A2B"));
    return byMatrix
        && COLORANTS.entrySet().stream().allMatch(each -> isColorant(tags.get(each.getKey()), each.getValue()))
        && isCurve(tags.get("rTRC")) && isCurve(tags.get("gTRC")) && isCurve(tags.get("bTRC"));
  }

  private String text(int at) {
    byte[] letters = new byte[4];
    profile.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  private static boolean isColorant(ByteBuffer tag, double... expected) {
    if (tag == null) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (Math.abs(tag.getInt(8 + 4 * i) / 65536d - expected[i]) > OF_COLORANTS) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCurve(ByteBuffer tag) {
    if (tag == null) {
      return false;
    }
    for (int i = 0; i <= 32; i++) {
      double sample = i / 32d;
      if (!(Math.abs(encoded(light(tag, sample)) - sample) <= OF_CURVES)) { // not a number is not near, either
        return false;
      }
    }
    return true;
  }

  /** A table, the parameters of a formula, or a power. */
  private static double light(ByteBuffer tag, double sample) {
    if (tag.getInt(0) == 0x70617261) {
      return byFormula(tag, sample);
    }
    int points = tag.getInt(8);
    if (points < 2) {
      return points == 0 ? sample : Math.pow(sample, (tag.getShort(12) & 0xFFFF) / 256d);
    }
    double place = sample * (points - 1);
    int left = Math.min((int) place, points - 2);
    double low = tag.getShort(12 + 2 * left) & 0xFFFF;
    double high = tag.getShort(14 + 2 * left) & 0xFFFF;
    return (low + (high - low) * (place - left)) / 65535;
  }

  /** The kind that sRGB is written with; of others nothing is known. */
  private static double byFormula(ByteBuffer tag, double sample) {
    if (tag.getShort(8) != 3) {
      return Double.NaN;
    }
    double[] values = new double[5];
    for (int i = 0; i < values.length; i++) {
      values[i] = tag.getInt(12 + 4 * i) / 65536d;
    }
    return sample >= values[4] ? Math.pow(values[1] * sample + values[2], values[0]) : values[3] * sample;
  }

  private static double encoded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }
}
