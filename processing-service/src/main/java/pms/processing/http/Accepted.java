package pms.processing.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code Accept} header of somebody who wants a picture. WebP and AVIF are only for those who name them: whoever takes
 * anything may still not be able to show them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept">RFC 9110, Accept</a>
 */
public final class Accepted {

  private static final String EVERYWHERE = "image/jpeg";

  private final Map<String, Double> weights = new HashMap<>();

  public Accepted(String header) {
    for (String range : (header == null ? "" : header).split(",")) {
      String[] parts = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
      weights.merge(parts[0], weight(parts), Math::max);
    }
  }

  /**
   * The media type with the greatest weight, of equal ones the first; JPEG if nothing fits.
   *
   * @param offered in the order of our preference
   */
  public String best(List<String> offered) {
    String best = EVERYWHERE;
    double most = 0;
    for (String type : offered) {
      double weight = weight(type);
      if (weight > most) {
        best = type;
        most = weight;
      }
    }
    return best;
  }

  private double weight(String type) {
    if (weights.containsKey(type)) {
      return weights.get(type);
    }
    return type.equals(EVERYWHERE) ? weights.getOrDefault("image/*", weights.getOrDefault("*/*", 0d)) : 0;
  }

  private static double weight(String[] parts) {
    for (String part : parts) {
      if (part.matches("q=[01](\\.\\d{0,3})?")) {
        return Double.parseDouble(part.substring(2));
      }
    }
    return 1;
  }
}
