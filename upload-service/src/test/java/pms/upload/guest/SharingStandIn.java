package pms.upload.guest;

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
import pms.kit.internal.InternalCalls;

/** Answers at sharing-service's address what a link allows, as sharing-service would. */
public class SharingStandIn implements QuarkusTestResourceLifecycleManager {

  record Link(UUID id, UUID album, String owner, String quota) {}

  /** Links by what stands in their addresses. */
  static final Map<String, Link> OPEN = new ConcurrentHashMap<>();

  /** Links that are revoked once a picture of theirs is on its way. */
  static final Set<String> REVOKED_MEANWHILE = ConcurrentHashMap.newKeySet();

  /** Links that want a password of whoever has no pass. */
  static final Set<String> LOCKED = ConcurrentHashMap.newKeySet();

  /** The address of every guest who was let in. */
  static final List<String> ADDRESSES = new CopyOnWriteArrayList<>();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/guest-uploads/", SharingStandIn::answer);
    server.start();
    return Map.of("quarkus.rest-client.sharing.url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String token = body.replaceAll(".*\"link\":\"([^\"]*)\".*", "$1");
    boolean begins = exchange.getRequestURI().getPath().endsWith("/begin");
    boolean known = OPEN.containsKey(token) && (begins || !REVOKED_MEANWHILE.contains(token));
    boolean ours = exchange.getRequestHeaders().containsKey(InternalCalls.HEADER);
    boolean locked = begins && LOCKED.contains(token) && !exchange.getRequestHeaders().containsKey("Link-Pass");
    if (known && begins) {
      ADDRESSES.add(exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
    }
    String problem = "{\"type\":\"urn:pms:problem:%s\",\"title\":\"No\",\"status\":0,\"detail\":\"No.\",\"instance\":\"/\"}";
    if (!ours || !known) {
      send(exchange, 404, problem.formatted("not-found"));
    } else if (locked) {
      send(exchange, 403, problem.formatted("password-needed"));
    } else {
      Link link = OPEN.get(token);
      String quota = link.quota() == null ? "" : ",\"quota\":\"" + link.quota() + "\"";
      send(exchange, 200, "{\"link\":\"%s\",\"album\":\"%s\",\"owner\":\"%s\"%s}".formatted(link.id(), link.album(), link.owner(), quota));
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", status == 200 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
