package pms.e2e.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything that can be made of a true token without the log-in server's key, by what was done to it. */
record Forgeries(String token, String publicKey, String trap) {

  Map<String, String> all() throws Exception {
    Forgery forgery = Forgery.of(token);
    Map<String, String> forged = new LinkedHashMap<>();
    withoutKey(forgery, forged);
    withOtherClaims(forgery, forged);
    withOurKey(forgery, forged);
    forged.put("no signature", token.substring(0, token.lastIndexOf('.') + 1));
    forged.put("garbage", "a.b.c");
    return forged;
  }

  private void withoutKey(Forgery forgery, Map<String, String> forged) throws Exception {
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      forged.put("alg " + none, forgery.unsigned(none));
    }
    forged.put("HS256 with the public key's text", forgery.signedBySecret(pem().getBytes(StandardCharsets.US_ASCII)));
    forged.put("HS256 with the public key's bytes", forgery.signedBySecret(Base64.getDecoder().decode(publicKey)));
    forged.put("HS256 with nothing", forgery.signedBySecret(new byte[] {0}));
  }

  private void withOtherClaims(Forgery forgery, Map<String, String> forged) {
    forged.put("another subject", forgery.changed(claims -> claims.put("sub", UUID.randomUUID().toString())));
    forged.put("another issuer", forgery.changed(claims -> claims.put("iss", "http://elsewhere.example/realms/pms")));
    forged.put("another audience", forgery.changed(claims -> claims.put("aud", "else")));
    forged.put("another client", forgery.changed(claims -> claims.put("azp", "else")));
    forged.put("a longer life", forgery.changed(claims -> claims.put("exp", claims.path("exp").asLong() + 3600)));
    forged.put(
        "a role more",
        forgery.changed(claims -> claims.putObject("realm_access").putArray("roles").add("user").add("admin")));
  }

  private void withOurKey(Forgery forgery, Map<String, String> forged) throws Exception {
    forged.put("our own key", forgery.signedByUs(header -> {}));
    forged.put("our own key, kid unknown", forgery.signedByUs(header -> header.put("kid", "nobody")));
    forged.put("our own key, no kid", forgery.signedByUs(header -> header.remove("kid")));
    for (String kid : List.of("../../../../dev/null", "/dev/null", "' or '1'='1", trap)) {
      forged.put("kid " + kid, forgery.signedByUs(header -> header.put("kid", kid)));
    }
    forged.put("jku", forgery.signedByUs(header -> header.put("jku", trap).put("kid", "ours")));
    forged.put("x5u", forgery.signedByUs(header -> header.put("x5u", trap).put("kid", "ours")));
    forged.put("jwk", forgery.signedByUs(header -> header.set("jwk", KeyTrap.ourKey())));
  }

  private String pem() {
    String lines = publicKey.replaceAll("(.{64})", "$1\n").strip();
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }
}
