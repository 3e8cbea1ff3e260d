package pms.sharing.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import pms.kit.problem.Problem;

/**
 * By which a guest is known to be the one who said or gave something before: 192 random bits that we give to whoever brings none, in
 * the header of the same name. Only its hash is kept; so many bits need no slow one and no salt.
 */
record GuestKey(String value) {

  static final String HEADER = "Guest-Key";

  /** Before those in {@code reaction.author_id}; ids of users have no colon. */
  static final String PREFIX = "guest:";

  private static final int BYTES = 24;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Optional<GuestKey> of(String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (!FORM.matcher(header).matches()) {
      throw Problem.invalid(HEADER, "is none that was given out here");
    }
    return Optional.of(new GuestKey(header));
  }

  /** A cookie that we did not give is none. */
  static Optional<GuestKey> ofCookie(String value) {
    return Optional.ofNullable(value).filter(key -> FORM.matcher(key).matches()).map(GuestKey::new);
  }

  static GuestKey fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new GuestKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String author() {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash());
  }

  boolean made(byte[] hash) {
    return hash != null && MessageDigest.isEqual(hash, hash());
  }

  /** A key is a secret: it must not get into a log by accident. */
  @Override
  public String toString() {
    return "GuestKey[…]";
  }
}
