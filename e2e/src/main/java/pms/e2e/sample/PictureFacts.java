package pms.e2e.sample;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a camera and its owner write into a picture; any part may be null.
 *
 * @param orientation 1 to 8, how the stored pixels have to be turned for showing
 */
public record PictureFacts(Shot shot, Moment moment, Spot spot, Words words, int orientation) {
  public static final PictureFacts NONE = new PictureFacts(null, null, null, null, 1);

  /**
   * @param exposure in seconds, as people write it: {@code 1/250} or {@code 15}
   * @param aperture the f-number
   * @param focalLength millimetres
   */
  public record Shot(
      String make,
      String model,
      String lens,
      int iso,
      String exposure,
      double aperture,
      double focalLength) {}

  public record Moment(LocalDateTime local, ZoneOffset offset) {
    /** {@code 2021-07-03T20:58:11+02:00} */
    public static Moment of(String isoDateTime) {
      var parsed = java.time.OffsetDateTime.parse(isoDateTime);
      return new Moment(parsed.toLocalDateTime(), parsed.getOffset());
    }
  }

  public record Spot(
      double latitude, double longitude, double altitude, String city, String country) {}

  public record Words(String title, String description, List<String> keywords, String artist) {}

  public PictureFacts shotBy(Shot other) {
    return new PictureFacts(other, moment, spot, words, orientation);
  }

  public PictureFacts taken(String isoDateTime) {
    return new PictureFacts(shot, Moment.of(isoDateTime), spot, words, orientation);
  }

  public PictureFacts at(Spot other) {
    return new PictureFacts(shot, moment, other, words, orientation);
  }

  public PictureFacts saying(String title, String description, String... keywords) {
    return new PictureFacts(
        shot,
        moment,
        spot,
        new Words(title, description, List.of(keywords), "Alice Example"),
        orientation);
  }

  public PictureFacts turned(int other) {
    return new PictureFacts(shot, moment, spot, words, other);
  }
}
