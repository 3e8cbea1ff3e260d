package pms.kit.ticket;

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
import pms.kit.problem.Problem;
import pms.kit.store.StoreConfig;

/**
 * Proofs that a request behind the gateway comes from one of our services, where no user's token can say so: each is good for
 * one thing and for a minute, sealed by HMAC-SHA256.
 *
 * <p>The key is derived from that of the object store, which all services with bytes have and nobody else: who holds that one
 * reads all pictures anyway, so no further secret has to be kept.
 */
@ApplicationScoped
public class Tickets {

  /** The header a ticket travels in. */
  public static final String HEADER = "Pms-Ticket";

  private static final String MAC = "HmacSHA256";
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int LONGEST = 100;

  private final byte[] key;
  private final Clock clock;

  Tickets(StoreConfig store, Clock clock) {
    this.key = mac(store.secretKey().getBytes(StandardCharsets.UTF_8), "tickets between services");
    this.clock = clock;
  }

  /** @param purpose what it is for, with the ids it is about */
  public String issue(String purpose) {
    return seal(purpose, clock.instant().plus(LIFE).getEpochSecond());
  }

  /** @throws Problem 401 when the ticket is missing, forged, for another purpose or too old */
  public void require(String ticket, String purpose) {
    if (!holds(ticket, purpose)) {
      throw Problem.of(401, "unauthorized", "Unauthorized", "This is not for callers from outside.");
    }
  }

  private boolean holds(String ticket, String purpose) {
    if (ticket == null || ticket.length() > LONGEST || !ticket.matches("[1-9]\\d{9,11}\\..+")) {
      return false;
    }
    long until = Long.parseLong(ticket.substring(0, ticket.indexOf('.')));
    // The whole text is compared, so that there is one spelling only.
    byte[] expected = seal(purpose, until).getBytes(StandardCharsets.UTF_8);
    boolean ours = MessageDigest.isEqual(expected, ticket.getBytes(StandardCharsets.UTF_8));
    return ours && clock.instant().isBefore(Instant.ofEpochSecond(until));
  }

  private String seal(String purpose, long until) {
    byte[] mac = mac(key, purpose + "\n" + until);
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
