package pms.sharing.publicpage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.ImageMetadata;
import pms.contracts.Location;
import pms.contracts.TakenAt;
import pms.sharing.view.Shown;

/**
 * A picture as guests see it. Each field is named here on purpose; all after {@code download} are null unless the link shows
 * metadata.
 *
 * @param thumbnails addresses by size; they work for a short time and need no pass
 * @param download address of the file to keep; null where the link does not allow it
 */
public record PublicImageView(
    UUID id,
    Integer width,
    Integer height,
    String thumbhash,
    Map<String, String> thumbnails,
    String download,
    String title,
    String description,
    List<String> tags,
    TakenAt takenAt,
    Camera camera,
    Exposure exposure,
    Location location,
    String fileName) {

  static PublicImageView bare(Shown picture, Map<String, String> thumbnails, String download) {
    return new PublicImageView(
        picture.id(), picture.width(), picture.height(), picture.thumbhash(), thumbnails, download,
        null, null, null, null, null, null, null, null);
  }

  /** With what is known of the picture. */
  PublicImageView with(Shown picture) {
    ImageMetadata known = picture.metadata();
    String name = picture.original().map(Shown.Original::fileName).orElse(null);
    if (known == null) {
      return new PublicImageView(
          id, width, height, thumbhash, thumbnails, download, null, null, null, null, null, null, null, name);
    }
    return new PublicImageView(
        id, width, height, thumbhash, thumbnails, download,
        known.title(), known.description(), known.tags(), known.takenAt(),
        known.camera(), known.exposure(), known.location(), name);
  }
}
