package pms.kit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pms.kit.problem.Problem;

/**
 * Calls of one service to another while no user's request runs, so that there is no token to pass on. The caller seals what it
 * asks with a secret that only our services have ({@code pms.internal.secret}); the seal is bound to the call and its body by
 * HMAC-SHA256 and ends within a minute, so that a copied one says again what was said already and nothing else.
 *
 * <p>What is called so has to be harmless when it is repeated, lies below {@code /internal/}, which the gateway never routes, and
 * is {@code @PermitAll}, since the seal takes the token's place.
 */
@ApplicationScoped
public class InternalCalls {

  /** The request header that carries the seal. */
  public static final String HEADER = "PMS-Seal";

  private static final String MAC = "HmacSHA256";
  private static final byte[] NONE = {};
  private static final Duration VALID = Duration.ofMinutes(1);

  private final byte[] key;
  private final Clock clock;

  InternalCalls(@ConfigProperty(name = "pms.internal.secret") String secret, Clock clock) {
    this.key = mac(secret.getBytes(StandardCharsets.UTF_8), "calls between services");
    this.clock = clock;
  }

  /**
   * @param call what is asked, the same words on both sides
   * @param body exactly the bytes that are sent
   */
  public String seal(String call, byte[] body) {
    return seal(call, body, clock.instant().plus(VALID).getEpochSecond());
  }

  /** Of a call that has no body of its own, or one that is bound by nothing but what the call says. */
  public String seal(String call) {
    return seal(call, NONE);
  }

  /** @throws Problem 401 unless one of our services sealed just this call without a body a moment ago */
  public void require(String seal, String call) {
    require(seal, call, NONE);
  }

  /** @throws Problem 401 unless one of our services sealed just this a moment ago */
  public void require(String seal, String call, byte[] body) {
    if (seal == null || !seal.matches("\\d{10,12}\\.[A-Za-z0-9_-]{43}")) {
      throw refused();
    }
    long until = Long.parseLong(seal.substring(0, seal.indexOf('.')));
    Instant now = clock.instant();
    boolean timely = until >= now.getEpochSecond() && until <= now.plus(VALID).plus(VALID).getEpochSecond();
    byte[] expected = seal(call, body, until).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, seal.getBytes(StandardCharsets.UTF_8)) || !timely) {
      throw refused();
    }
  }

  private static Problem refused() {
    return Problem.of(401, "unauthorized", "Unauthorized", "Only the services themselves call this.");
  }

  private String seal(String call, byte[] body, long until) {
    String said = String.join("\n", call, Long.toString(until), hash(body));
    return until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, said));
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body == null ? new byte[0] : body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
