package pms.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The original is stored and registered.
 *
 * @param fileName what the client called the file; for people's eyes, never part of a key or path
 * @param type the media type by content, such as {@code image/jpeg}
 * @param bytes length of the original
 * @param sha256 of the original, 64 lower-case hex digits
 * @param objectKey where the bytes are, see {@link ObjectKeys#original}
 * @param width pixels as stored, before orientation; null where the header does not tell
 * @param height pixels as stored, before orientation; null where the header does not tell
 */
public record ImageUploaded(
    UUID imageId,
    String owner,
    String fileName,
    String type,
    long bytes,
    String sha256,
    String objectKey,
    Integer width,
    Integer height,
    Instant uploadedAt)
    implements UploadEvent {

  @Override
  public long revision() {
    return 1;
  }

  @Override
  public List<OriginalFile> originals() {
    return List.of(file());
  }

  @Override
  public OriginalFile file() {
    return new OriginalFile(1, fileName, type, bytes, sha256, objectKey, width, height, uploadedAt);
  }
}
