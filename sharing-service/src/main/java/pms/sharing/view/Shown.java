package pms.sharing.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImageMetadata;
import pms.contracts.Rendition;

/**
 * A picture that can be shown: it is not in the trash and has renditions.
 *
 * @param version whose renditions these are
 * @param rendering grows with every rendering; with the version it names these bytes
 * @param original the file that counts; empty when its upload was not heard of yet
 * @param bare these are renditions of that very file, without any edit
 * @param metadata null when it was not heard of yet
 */
public record Shown(
    UUID id,
    String owner,
    int version,
    long rendering,
    Integer width,
    Integer height,
    String thumbhash,
    List<Rendition> renditions,
    Optional<Original> original,
    boolean bare,
    ImageMetadata metadata) {

  /** The bytes as uploaded. */
  public record Original(String objectKey, String fileName, String type, long bytes) {}

  static Shown of(Picture picture) {
    return new Shown(
        picture.id,
        picture.ownerId,
        picture.version,
        picture.renderingRevision,
        picture.width,
        picture.height,
        picture.thumbhash,
        PictureJson.renditions(picture.renditions),
        original(picture),
        picture.shownOriginal == picture.original,
        PictureJson.metadata(picture.metadata));
  }

  /** Of these formats the first that there is; JPEG if none of them. */
  public Optional<Rendition> rendition(String size, List<String> formats) {
    List<Rendition> ofSize = renditions.stream().filter(rendition -> rendition.size().equals(size)).toList();
    return formats.stream()
        .flatMap(format -> ofSize.stream().filter(rendition -> rendition.format().equals(format)))
        .findFirst()
        .or(() -> ofSize.stream().filter(rendition -> rendition.format().equals("image/jpeg")).findFirst())
        .or(() -> ofSize.stream().findFirst());
  }

  /** What everybody can open; it carries no metadata. */
  public Optional<Rendition> largestJpeg() {
    return renditions.stream()
        .filter(rendition -> rendition.format().equals("image/jpeg"))
        .max(Comparator.comparingLong(rendition -> (long) rendition.width() * rendition.height()));
  }

  static Optional<Original> original(Picture picture) {
    return picture.originalKey == null
        ? Optional.empty()
        : Optional.of(new Original(picture.originalKey, picture.fileName, picture.type, picture.bytes));
  }
}
