package pms.e2e.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import pms.e2e.client.Answer;

/** An address that offers our own key as if it were the log-in server's, and counts who comes to fetch it. */
final class KeyTrap implements AutoCloseable {
  private final AtomicInteger contacts = new AtomicInteger();
  private final HttpServer server;

  KeyTrap() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      contacts.incrementAndGet();
      byte[] keys = ("{\"keys\":[" + ourKey() + "]}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, keys.length);
      exchange.getResponseBody().write(keys);
      exchange.close();
    });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
  }

  int contacts() {
    return contacts.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static ObjectNode ourKey() {
    RSAPublicKey key = (RSAPublicKey) Forgery.ours().getPublic();
    ObjectNode json = Answer.JSON.createObjectNode();
    json.put("kty", "RSA").put("kid", "ours").put("alg", "RS256").put("use", "sig");
    json.put("n", Forgery.encoded(unsigned(key.getModulus())));
    return json.put("e", Forgery.encoded(unsigned(key.getPublicExponent())));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
