package pms.upload.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers in processing-service's place what a test says is current; what no test speaks of it has not heard of. */
public class ProcessingStandIn implements QuarkusTestResourceLifecycleManager {

  private static final String TOKEN_ENDED = "ended";

  private HttpServer server;

  /** By way of a system property, since this class is loaded once for the server and once for the tests. */
  static void says(String id, int version, int originals) {
    System.setProperty("current." + id, "{\"version\":" + version + ",\"originals\":" + originals + "}");
  }

  /** What it says of an image whose caller's token has ended. */
  static void saysThatTheTokenEnded(String id) {
    System.setProperty("current." + id, TOKEN_ENDED);
  }

  static void forgetThatItWasAsked(String id) {
    System.clearProperty("asked." + id);
  }

  static boolean wasAsked(String id) {
    return System.getProperty("asked." + id) != null;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/images/", ProcessingStandIn::answer);
    server.start();
    return Map.of("PMS_PROCESSING_URL", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().split("/")[3];
    String current = System.getProperty("current." + id);
    System.setProperty("asked." + id, "once");
    boolean known = current != null && exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
    byte[] body = (known ? current : "{}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    int status = TOKEN_ENDED.equals(current) ? 401 : known ? 200 : 404;
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
