package pms.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pms.kit.store.StoreConfig;

/**
 * Short-lived proofs that we ourselves gave out: passes of visitors and addresses of renditions. Each is bound to one link, its
 * password and one purpose by HMAC-SHA256.
 *
 * <p>The key is derived from that of the object store, which every replica has and the database has not: who holds that one
 * reads all pictures anyway, so no further secret has to be kept. Rotating it ends the passes of the hour.
 */
@ApplicationScoped
public class Seals {

  private static final String MAC = "HmacSHA256";
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int LONGEST = 100;

  private final byte[] key;
  private final LinkConfig config;
  private final Clock clock;

  Seals(StoreConfig store, LinkConfig config, Clock clock) {
    this.key = mac(store.secretKey().getBytes(StandardCharsets.UTF_8), "seals of links");
    this.config = config;
    this.clock = clock;
  }

  /** For a visitor who knew the password or was counted. */
  public String pass(OpenLink link) {
    return seal(link, "pass", clock.instant().plus(config.passFor()).getEpochSecond());
  }

  public boolean isPass(OpenLink link, String text) {
    return holds(link, "pass", text);
  }

  /** For an address that shows one thing only; the same for a quarter of an hour, so that browsers can keep the answer. */
  public String address(OpenLink link, String thing) {
    long step = STEP.toSeconds();
    long until = (clock.instant().plus(config.sealFor()).getEpochSecond() / step + 1) * step;
    return seal(link, "address " + thing, until);
  }

  public boolean isAddress(OpenLink link, String thing, String text) {
    return holds(link, "address " + thing, text);
  }

  private boolean holds(OpenLink link, String purpose, String text) {
    if (text == null || text.length() > LONGEST || text.indexOf('.') < 1) {
      return false;
    }
    String until = text.substring(0, text.indexOf('.'));
    if (!until.matches("[1-9]\\d{9,11}")) {
      return false;
    }
    long second = Long.parseLong(until);
    // The whole text is compared, so that there is one spelling only.
    byte[] expected = seal(link, purpose, second).getBytes(StandardCharsets.UTF_8);
    boolean ours = MessageDigest.isEqual(expected, text.getBytes(StandardCharsets.UTF_8));
    return ours && clock.instant().isBefore(Instant.ofEpochSecond(second));
  }

  private String seal(OpenLink link, String purpose, long until) {
    byte[] mac = mac(key, String.join("\n", link.lock(), purpose, Long.toString(until)));
    return until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }
}
