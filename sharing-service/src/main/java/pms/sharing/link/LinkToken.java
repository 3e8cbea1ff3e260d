package pms.sharing.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret in a link's address: 192 random bits in 32 letters, so that every spelling is a different token. */
public record LinkToken(String value) {

  static final int LETTERS = 32;
  private static final int BYTES = 24;

  static LinkToken fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What the database knows of it; so many random bits need no slow hash and no salt. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A token is a secret: it must not get into a log by accident. */
  @Override
  public String toString() {
    return "LinkToken[…]";
  }
}
