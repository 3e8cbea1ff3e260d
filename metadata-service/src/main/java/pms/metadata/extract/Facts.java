package pms.metadata.extract;

import java.util.List;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.TakenAt;

/**
 * What the file says, put into one shape. Unknown is null or an empty list.
 *
 * @param width pixels after orientation
 * @param height pixels after orientation
 * @param orientation 1 to 8 as in EXIF
 * @param rating 0 to 5
 * @param warnings what could not be read, for the owner's eyes
 */
public record Facts(
    Integer width,
    Integer height,
    Integer orientation,
    TakenAt takenAt,
    Camera camera,
    Exposure exposure,
    Place place,
    String title,
    String description,
    List<String> tags,
    Integer rating,
    List<String> warnings,
    Details details) {

  public Facts {
    tags = tags == null ? List.of() : List.copyOf(tags);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    details = details == null ? Details.NONE : details;
  }

  /** Without what people cannot change. */
  public Facts(
      Integer width, Integer height, Integer orientation, TakenAt takenAt, Camera camera, Exposure exposure, Place place,
      String title, String description, List<String> tags, Integer rating, List<String> warnings) {
    this(width, height, orientation, takenAt, camera, exposure, place, title, description, tags, rating, warnings, null);
  }

  /** Nothing is known but why. */
  public static Facts unknown(List<String> warnings) {
    return new Facts(null, null, null, null, null, null, null, null, null, List.of(), null, warnings);
  }

  /** With the stored size turned upright, unless the file itself told its size. */
  public Facts withSize(Integer storedWidth, Integer storedHeight) {
    if (width != null || storedWidth == null || storedHeight == null) {
      return this;
    }
    boolean turned = orientation != null && orientation >= 5;
    return new Facts(
        turned ? storedHeight : storedWidth,
        turned ? storedWidth : storedHeight,
        orientation, takenAt, camera, exposure, place, title, description, tags, rating, warnings, details);
  }

  /** With the city that is nearest to the place, and named after it where nobody wrote a name. */
  public Facts placed() {
    return new Facts(
        width, height, orientation, takenAt, camera, exposure, PlaceNames.named(place), title, description, tags, rating, warnings,
        details.near(PlaceNames.city(place)));
  }

  /** With what the file's name tells where the file itself says nothing. */
  public Facts named(String fileName, String type) {
    TakenAt taken = takenAt == null ? FileNames.takenAt(fileName, place).orElse(null) : takenAt;
    boolean screenshot = details.screenshot() || FileNames.isScreenshot(fileName) || ScreenSizes.isScreen(this, type);
    Details told = screenshot ? details.asScreenshot() : details;
    return new Facts(
        width, height, orientation, taken, camera, exposure, place, title, description, tags, rating, warnings, told);
  }
}
