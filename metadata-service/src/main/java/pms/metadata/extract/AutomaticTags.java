package pms.metadata.extract;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pms.contracts.TakenAt;
import pms.metadata.atlas.City;

/** Words that follow from facts and that nobody need type: camera, season, shape, panorama, screenshot, city, country. */
public final class AutomaticTags {

  /** Between the tropics there are not four seasons. */
  private static final double TROPIC = 23.44;

  private static final String[] SEASONS = {"winter", "spring", "summer", "autumn"};

  /**
   * @param takenAt what counts: a person's word where there is one; null when unknown
   * @param place likewise
   */
  public static List<String> of(Facts facts, TakenAt takenAt, Place place) {
    List<String> tags = new ArrayList<>();
    boolean located = place != null && place.latitude() != null;
    if (facts.camera() != null && facts.camera().make() != null) {
      tags.add(facts.camera().make());
    }
    if (located && takenAt != null) {
      season(takenAt.local(), place.latitude()).ifPresent(tags::add);
    }
    shape(facts, tags);
    if (located) {
      City city = place.equals(facts.place()) ? facts.details().city() : PlaceNames.city(place);
      if (city != null) {
        tags.add(city.name());
        tags.add(city.country());
      }
    }
    return Tags.of(tags);
  }

  private static void shape(Facts facts, List<String> tags) {
    boolean wide = false;
    if (facts.width() != null && facts.height() != null && facts.width() > 0 && facts.height() > 0) {
      double ratio = facts.width() / (double) facts.height();
      tags.add(Math.abs(ratio - 1) < 0.01 ? "square" : (ratio > 1 ? "landscape" : "portrait"));
      wide = ratio >= 2;
    }
    if (facts.details().screenshot()) {
      tags.add("screenshot");
    } else if (facts.details().panorama() || wide) {
      tags.add("panorama");
    }
  }

  /** As meteorologists count: spring of the north begins with March. */
  private static Optional<String> season(LocalDateTime local, double latitude) {
    if (Math.abs(latitude) < TROPIC) {
      return Optional.empty();
    }
    int north = local.getMonthValue() % 12 / 3;
    return Optional.of(SEASONS[latitude > 0 ? north : (north + 2) % 4]);
  }

  private AutomaticTags() {}
}
