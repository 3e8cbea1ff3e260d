package pms.search.image;

import java.time.Instant;
import pms.contracts.OriginalFile;
import pms.contracts.UploadEvent;

/**
 * What was told of the file that counts.
 *
 * @param revision of the newest record about it; 0 in documents of earlier releases
 */
public record Upload(
    String fileName, String type, long bytes, String sha256, Integer width, Integer height, Instant uploadedAt, long revision) {

  static Upload of(UploadEvent event) {
    OriginalFile file = event.file();
    return new Upload(
        file.fileName(),
        file.type(),
        file.bytes(),
        file.sha256(),
        file.width(),
        file.height(),
        event.uploadedAt(),
        event.revision());
  }
}
