package pms.upload.body;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** @param hex 64 lower-case hex digits */
public record Sha256(String hex) {

  private static final int BYTES = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** One member of a structured dictionary (RFC 8941) with a byte sequence as value. */
  private static final Pattern MEMBER = Pattern.compile("([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):(?:;[^,]*)?");

  public Sha256 {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("not 64 lower-case hex digits");
    }
  }

  public static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  public static Sha256 of(byte[] digest) {
    return new Sha256(HexFormat.of().formatHex(digest));
  }

  /**
   * What a {@code Repr-Digest} or {@code Content-Digest} header says; empty when it only has other algorithms.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530</a>
   * @throws IllegalArgumentException when the header is malformed
   */
  public static Optional<Sha256> ofDigestHeader(String value) {
    Optional<Sha256> found = Optional.empty();
    for (String part : value.split(",", -1)) {
      Matcher member = MEMBER.matcher(part.strip());
      if (!member.matches()) {
        throw new IllegalArgumentException("is not of the form sha-256=:base64:");
      }
      if (member.group(1).equals("sha-256")) {
        found = Optional.of(ofBase64(member.group(2)));
      }
    }
    return found;
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Sha256 ofBase64(String base64) {
    byte[] digest = Base64.getDecoder().decode(base64);
    if (digest.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
    }
    return of(digest);
  }
}
