package pms.processing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers in the sharing service's place as the last hexadecimal digit of the image's id says: b may be seen, a may be
 * downloaded too, c may be edited too, e is an error, and all others are nobody's business.
 */
public class SharingStandIn implements QuarkusTestResourceLifecycleManager {

  /** Ids of images that were asked about. */
  public static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/access/", SharingStandIn::answer);
    server.start();
    return Map.of("PMS_SHARING_URL", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    ASKED.add(path.substring(path.lastIndexOf('/') + 1));
    boolean known = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
    String allowed = switch (exchange.getRequestURI().getQuery()) {
      case "right=view" -> "abc";
      case "right=download" -> "ac";
      case "right=edit" -> "c";
      default -> "";
    };
    boolean yes = known && allowed.contains(path.substring(path.length() - 1));
    byte[] body = ("{\"allowed\":" + yes + "}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(path.endsWith("e") ? 500 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
