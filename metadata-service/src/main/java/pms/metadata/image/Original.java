package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import pms.contracts.ImageUploaded;

/** The uploaded file, as upload-service tells of it: in its event, or in the receipt it gives when asked. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Original(
    UUID id,
    String fileName,
    String type,
    long bytes,
    String sha256,
    Integer width,
    Integer height,
    Instant uploadedAt) {

  static Original of(ImageUploaded event) {
    return new Original(
        event.imageId(), event.fileName(), event.type(), event.bytes(), event.sha256(), event.width(), event.height(),
        event.uploadedAt());
  }
}
