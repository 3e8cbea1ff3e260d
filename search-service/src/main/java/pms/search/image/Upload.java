package pms.search.image;

import java.time.Instant;
import pms.contracts.ImageUploaded;

/** What the upload told. It never changes. */
public record Upload(
    String fileName, String type, long bytes, String sha256, Integer width, Integer height, Instant uploadedAt) {

  static Upload of(ImageUploaded event) {
    return new Upload(
        event.fileName(),
        event.type(),
        event.bytes(),
        event.sha256(),
        event.width(),
        event.height(),
        event.uploadedAt());
  }
}
