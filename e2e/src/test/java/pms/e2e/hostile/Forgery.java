package pms.e2e.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pms.e2e.client.Answer;

/** A true token taken apart, to be put together wrongly. */
record Forgery(ObjectNode header, ObjectNode claims, String signature) {
  private static final KeyPair OURS = pair();

  static Forgery of(String token) throws Exception {
    String[] parts = token.split("\\.");
    return new Forgery(
        (ObjectNode) Answer.JSON.readTree(decoded(parts[0])),
        (ObjectNode) Answer.JSON.readTree(decoded(parts[1])),
        parts[2]);
  }

  /** Other claims under the signature of the true ones. */
  String changed(Consumer<ObjectNode> change) {
    ObjectNode other = claims.deepCopy();
    change.accept(other);
    return encoded(header) + "." + encoded(other) + "." + signature;
  }

  String unsigned(String algorithm) {
    return encoded(header.deepCopy().put("alg", algorithm)) + "." + encoded(claims) + ".";
  }

  /** HS256 with a secret that everybody knows: the public key. */
  String signedBySecret(byte[] secret) throws Exception {
    String text = encoded(header.deepCopy().put("alg", "HS256")) + "." + encoded(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return text + "." + encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** A sound signature, but by a key of our own, with a header that points to it. */
  String signedByUs(Consumer<ObjectNode> headerChange) throws Exception {
    ObjectNode other = header.deepCopy();
    headerChange.accept(other);
    String text = encoded(other) + "." + encoded(claims);
    return text + "." + encoded(rsa(OURS.getPrivate(), text));
  }

  static KeyPair ours() {
    return OURS;
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] rsa(PrivateKey key, String text) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return signature.sign();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(ObjectNode json) {
    return encoded(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
