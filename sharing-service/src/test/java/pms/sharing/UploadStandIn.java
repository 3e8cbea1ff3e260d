package pms.sharing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers at upload-service's address as upload-service would: a receipt to the owner's token, 404 to any other. */
public class UploadStandIn implements QuarkusTestResourceLifecycleManager {

  /** Image id → the token that may see its receipt. */
  static final Map<UUID, String> UPLOADED = new ConcurrentHashMap<>();

  /** Those of them that are in the trash. */
  static final Set<UUID> TRASHED = ConcurrentHashMap.newKeySet();

  /** Every id that was asked for. */
  static final List<UUID> ASKED = new CopyOnWriteArrayList<>();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/images/", UploadStandIn::answer);
    server.createContext("/internal/guest-pictures/", GuestQueueStandIn::answer);
    server.start();
    return Map.of("quarkus.rest-client.upload.url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    ASKED.add(id);
    String token = UPLOADED.get(id);
    boolean theirs = token != null && ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = ("{\"id\":\"" + id + "\",\"trashed\":" + TRASHED.contains(id) + "}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(theirs ? 200 : 404, theirs ? body.length : -1);
    if (theirs) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
