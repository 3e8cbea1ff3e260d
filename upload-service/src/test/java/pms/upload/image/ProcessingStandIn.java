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

  private HttpServer server;

  /** By way of a system property, since this class is loaded once for the server and once for the tests. */
  static void says(String id, int version, int originals) {
    System.setProperty("current." + id, "{\"version\":" + version + ",\"originals\":" + originals + "}");
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
    String current = System.getProperty("current." + exchange.getRequestURI().getPath().split("/")[3]);
    boolean known = current != null && exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
    byte[] body = (known ? current : "{}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(known ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
