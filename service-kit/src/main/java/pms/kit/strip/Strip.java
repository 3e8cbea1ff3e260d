package pms.kit.strip;

import java.util.Locale;
import java.util.Optional;

/** What is to be left out of a picture file. */
public enum Strip {

  /**
   * Where it was taken: positions, texts that name places, and notes in a maker's own language, of which nobody knows what
   * they tell. The rest stays.
   */
  GPS,

  /** Everything but the picture: only the colour profile and the orientation stay, so that it looks the same. */
  ALL;

  /** @param name as in a query, {@code gps} or {@code all} */
  public static Optional<Strip> of(String name) {
    for (Strip strip : values()) {
      if (strip.wire().equals(name)) {
        return Optional.of(strip);
      }
    }
    return Optional.empty();
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
