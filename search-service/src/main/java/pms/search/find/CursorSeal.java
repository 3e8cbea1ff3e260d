package pms.search.find;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pms.search.index.SearchIndexes;

/**
 * Proves of a cursor that comes back that we gave it out, letter by letter: the server that reads what is in it does not take every
 * made up one for a mistake of the caller's. All replicas have the same key, derived from the secret of the services.
 */
@ApplicationScoped
class CursorSeal {

  private static final String MAC = "HmacSHA256";
  /** Bytes; as many as nobody guesses in the minutes that a cursor is good for. */
  private static final int LENGTH = 16;
  private static final int LONGEST = 8000;

  private final SecretKeySpec key;

  CursorSeal(@ConfigProperty(name = "pms.internal.secret") String secret, SearchIndexes indexes) {
    // Another index's views are none of ours, though the secret is the same.
    String purpose = "cursors of " + indexes.alias();
    byte[] derived = mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC), purpose.getBytes(StandardCharsets.UTF_8));
    this.key = new SecretKeySpec(derived, MAC);
  }

  String sealed(byte[] content) {
    byte[] whole = ByteBuffer.allocate(LENGTH + content.length).put(seal(content)).put(content).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * @return what was sealed; null for no cursor
   * @throws pms.kit.problem.Problem 400 for all that we did not write just so
   */
  byte[] opened(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    byte[] whole = decode(cursor);
    byte[] content = Arrays.copyOfRange(whole, LENGTH, whole.length);
    boolean ours = MessageDigest.isEqual(seal(content), Arrays.copyOf(whole, LENGTH));
    // The last letter has bits that say nothing: there is one spelling all the same.
    if (!ours || !sealed(content).equals(cursor)) {
      throw Cursor.invalid();
    }
    return content;
  }

  private static byte[] decode(String cursor) {
    try {
      byte[] whole = cursor.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(cursor);
      if (whole.length <= LENGTH) {
        throw Cursor.invalid();
      }
      return whole;
    } catch (IllegalArgumentException notBase64) {
      throw Cursor.invalid();
    }
  }

  private byte[] seal(byte[] content) {
    return Arrays.copyOf(mac(key, content), LENGTH);
  }

  private static byte[] mac(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
