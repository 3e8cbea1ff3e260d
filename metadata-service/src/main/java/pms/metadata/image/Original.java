package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import pms.contracts.OriginalFile;
import pms.contracts.UploadEvent;

/**
 * The file that counts, as upload-service tells of it: in its event, or in the receipt it gives when asked.
 *
 * @param objectKey where its bytes are; a receipt does not tell
 * @param revision of the record that told it; 0 in a receipt, which every record corrects
 * @param number of the file; 0 in a receipt
 * @param originals how many files the image has; 0 in a receipt
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Original(
    UUID id,
    String fileName,
    String type,
    long bytes,
    String sha256,
    Integer width,
    Integer height,
    Instant uploadedAt,
    String objectKey,
    long revision,
    int number,
    int originals) {

  static Original of(UploadEvent event) {
    OriginalFile file = event.file();
    return new Original(
        event.imageId(), file.fileName(), file.type(), file.bytes(), file.sha256(), file.width(), file.height(),
        event.uploadedAt(), file.objectKey(), event.revision(), file.number(), event.originals().size());
  }
}
