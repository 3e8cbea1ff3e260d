package pms.e2e.bench.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImageMetadata;
import pms.contracts.ImageUploaded;
import pms.contracts.MetadataExtracted;
import pms.contracts.ObjectKeys;
import pms.contracts.PmsEvent;
import pms.contracts.Rendition;
import pms.contracts.ThumbnailsReady;

/**
 * A picture that was never taken.
 *
 * @param albums it is in
 * @param viewers to whom it was granted
 */
public record Picture(
    UUID id,
    String owner,
    String fileName,
    String type,
    long bytes,
    String sha256,
    Instant uploadedAt,
    ImageMetadata metadata,
    String thumbhash,
    String perceptualHash,
    List<UUID> albums,
    List<String> viewers) {

  private static final String[] SIZES = {"small", "medium", "large"};
  private static final int[] EDGES = {320, 1280, 2560};

  ImageUploaded uploaded() {
    return new ImageUploaded(
        id, owner, fileName, type, bytes, sha256, ObjectKeys.original(owner, id), metadata.width(), metadata.height(), uploadedAt);
  }

  MetadataExtracted extracted() {
    return new MetadataExtracted(id, owner, 1, metadata, uploadedAt.plusSeconds(1));
  }

  ThumbnailsReady rendered() {
    List<Rendition> renditions =
        Stream.of("jpg", "webp").flatMap(format -> Stream.of(0, 1, 2).map(size -> rendition(size, format))).toList();
    return new ThumbnailsReady(
        id, owner, 1, 1, renditions, metadata.width(), metadata.height(), thumbhash, perceptualHash, 1, uploadedAt.plusSeconds(2));
  }

  boolean isShared() {
    return !albums.isEmpty() || !viewers.isEmpty();
  }

  PmsEvent shared() {
    return new ImageAccessChanged(id, owner, 1, albums, viewers, uploadedAt.plusSeconds(60));
  }

  private Rendition rendition(int size, String format) {
    int width = EDGES[size];
    int height = (int) ((long) width * metadata.height() / metadata.width());
    String type = format.equals("jpg") ? "image/jpeg" : "image/" + format;
    String key = ObjectKeys.rendition(owner, id, 1, SIZES[size] + "." + format);
    return new Rendition(SIZES[size], type, width, height, (long) width * height / 8, key);
  }
}
