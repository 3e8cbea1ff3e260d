package pms.contracts;

import java.util.List;

/**
 * What we know about an image, as it counts now: facts from the file where no person said otherwise. Unknown is null
 * (or an empty list), never invented.
 *
 * @param width pixels after orientation
 * @param height pixels after orientation
 * @param orientation EXIF orientation 1 to 8 as found in the file
 * @param tags all that count, the automatic ones among them
 * @param automaticTags those of the tags that were drawn from facts and that nobody typed
 * @param category path of the category, outermost first, joined by {@code /}
 * @param rating 0 to 5
 * @param archived kept out of the timeline, still found
 * @param warnings what could not be read in the file, for its owner's eyes
 */
public record ImageMetadata(
    Integer width,
    Integer height,
    Integer orientation,
    TakenAt takenAt,
    Camera camera,
    Exposure exposure,
    Location location,
    String title,
    String description,
    List<String> tags,
    List<String> automaticTags,
    String category,
    Integer rating,
    boolean favourite,
    boolean archived,
    List<String> warnings) {

  public ImageMetadata {
    tags = tags == null ? List.of() : List.copyOf(tags);
    automaticTags = automaticTags == null ? List.of() : List.copyOf(automaticTags);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
