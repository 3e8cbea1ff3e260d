package pms.search.find;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.ImageMetadata;
import pms.contracts.Location;
import pms.contracts.TakenAt;
import pms.search.access.Visibility;
import pms.search.image.ImageDocument;
import pms.search.image.ImageState;
import pms.search.image.Renditions;
import pms.search.image.Upload;

/**
 * An image as search shows it: the same names as everywhere else.
 *
 * @param reason why it failed, for its owner alone
 * @param favourite of its owner, who alone is told; null for others
 * @param archived by its owner, who alone is told; null for others
 * @param albums it is in, of those that the caller can see
 */
public record ImageHit(
    UUID id,
    String owner,
    ImageState state,
    String reason,
    String fileName,
    String type,
    long bytes,
    String sha256,
    Integer width,
    Integer height,
    Instant uploadedAt,
    int version,
    String thumbhash,
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
    Boolean favourite,
    Boolean archived,
    List<String> albums) {

  private static final ImageMetadata UNKNOWN =
      new ImageMetadata(null, null, null, null, null, null, null, null, null, null, null, null, null, false, false, null);
  private static final Renditions NONE = new Renditions(1, null, null, null, null, null);

  public static ImageHit of(ImageDocument document, Visibility visibility) {
    Upload upload = document.upload();
    ImageMetadata facts = document.facts() == null ? UNKNOWN : document.facts();
    Renditions renditions = document.renditions() == null ? NONE : document.renditions();
    boolean own = visibility.owns(document.owner());
    return new ImageHit(
        document.id(),
        document.owner(),
        document.state(),
        own ? renditions.reason() : null,
        upload.fileName(),
        upload.type(),
        upload.bytes(),
        upload.sha256(),
        document.width(),
        document.height(),
        upload.uploadedAt(),
        document.version(),
        renditions.thumbhash(),
        facts.takenAt(),
        facts.camera(),
        facts.exposure(),
        facts.location(),
        facts.title(),
        facts.description(),
        facts.tags(),
        facts.automaticTags(),
        facts.category(),
        facts.rating(),
        own ? facts.favourite() : null,
        own ? facts.archived() : null,
        document.access() == null ? List.of() : visibility.known(document.access().albums()));
  }
}
