package pms.upload.image;

import java.util.UUID;
import pms.contracts.ObjectKeys;

/**
 * A file whose bytes are stored to the last one and checked, and that nobody has yet.
 *
 * @param owner in whose part of the store it lies
 * @param width null when the header does not tell
 * @param height null when the header does not tell
 */
public record Taken(
    String owner, UUID id, String fileName, String type, long bytes, String sha256, Integer width, Integer height) {

  public String objectKey() {
    return ObjectKeys.original(owner, id);
  }
}
