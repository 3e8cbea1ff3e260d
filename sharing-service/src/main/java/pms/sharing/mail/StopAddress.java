package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pms.kit.store.StoreConfig;
import pms.sharing.link.LinkConfig;

/**
 * Where the reader of an invitation says that they want no more: an address of ours that names theirs and is sealed, so that
 * nobody can say it for somebody else. It works for ever; the key is made of that of the object store, as those of links are.
 */
@ApplicationScoped
class StopAddress {

  private static final String MAC = "HmacSHA256";
  private static final int LONGEST = 600;

  private final byte[] key;
  private final String origin;

  StopAddress(StoreConfig store, LinkConfig links) {
    this.key = mac(store.secretKey().getBytes(StandardCharsets.UTF_8), "no more mails");
    this.origin = links.origin();
  }

  String of(String mail) {
    return origin + "/api/public/" + word(mail) + "/no-mail";
  }

  /** The mail address that a word of such an address names; empty when we never gave it out. */
  Optional<String> mail(String word) {
    int dot = word.indexOf('.');
    if (dot < 1 || word.length() > LONGEST || !word.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")) {
      return Optional.empty();
    }
    String mail = decoded(word.substring(0, dot));
    byte[] expected = word(mail).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, word.getBytes(StandardCharsets.UTF_8)) ? Optional.of(mail) : Optional.empty();
  }

  private String word(String mail) {
    return text(mail.getBytes(StandardCharsets.UTF_8)) + "." + text(mac(key, mail));
  }

  private static String decoded(String name) {
    try {
      return new String(Base64.getUrlDecoder().decode(name), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
