package pms.search.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pms.contracts.AlbumEvent;
import pms.contracts.PmsEvent;

/**
 * A document's id in its index. The owner leads an image's, so that an event that names the wrong owner makes a document of its own,
 * which nobody finds, and never touches the right one.
 */
final class DocumentId {

  private static final int LONGEST_OWNER = 128;

  static String of(PmsEvent event) {
    if (event instanceof AlbumEvent) {
      // An album may change hands, and then it is the same one still.
      return event.key();
    }
    String owner = event.owner();
    return (owner.length() <= LONGEST_OWNER ? owner : sha256(owner)) + "/" + event.key();
  }

  /** Elasticsearch takes 512 bytes; an owner that long is garbage, but garbage must not stop the others. */
  private static String sha256(String owner) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(owner.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private DocumentId() {}
}
