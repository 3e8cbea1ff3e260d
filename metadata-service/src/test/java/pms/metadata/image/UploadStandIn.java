package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.concurrent.atomic.AtomicInteger;

/** Answers at upload-service's address as upload-service would: a receipt to the owner's token, 404 to any other. */
public class UploadStandIn implements QuarkusTestResourceLifecycleManager {

  /** Image id → the token that may see its receipt. */
  static final Map<UUID, String> UPLOADED = new ConcurrentHashMap<>();

  /** For these ids it is out of order. */
  static final Map<UUID, Integer> BROKEN = new ConcurrentHashMap<>();

  /** Image in the trash → the job that moved it there. */
  static final Map<UUID, String> TRASH = new ConcurrentHashMap<>();

  /** Images there are to be moved. */
  static final Set<UUID> THERE = ConcurrentHashMap.newKeySet();

  /** So many times it says that it is busy. */
  static final AtomicInteger BUSY = new AtomicInteger();

  private static final ObjectMapper JSON = new ObjectMapper();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/images/", UploadStandIn::answer);
    server.createContext("/internal/images/trash", UploadStandIn::move);
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
    String token = UPLOADED.get(id);
    boolean theirs = token != null && ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String receipt =
        "{\"id\":\"%s\",\"owner\":\"x\",\"fileName\":\"receipt.jpg\",\"type\":\"image/jpeg\",\"bytes\":12,\"sha256\":\"%s\",\"width\":6,\"height\":4,\"uploadedAt\":\"2026-01-02T03:04:05Z\"}"
            .formatted(id, "1".repeat(64));
    byte[] body = receipt.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    int status = BROKEN.getOrDefault(id, theirs ? 200 : 404);
    exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
    if (status == 200) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static void move(HttpExchange exchange) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    boolean busy = BUSY.getAndUpdate(left -> Math.max(0, left - 1)) > 0 || exchange.getRequestHeaders().getFirst("PMS-Seal") == null;
    ObjectNode answer = JSON.createObjectNode();
    List.of("changed", "unchanged", "changedSince", "missing").forEach(answer::putArray);
    for (JsonNode image : question.path("ids")) {
      UUID id = UUID.fromString(image.asText());
      boolean trash = question.path("trash").asBoolean();
      boolean stays = !busy && TRASH.containsKey(id) == trash;
      answer.withArray(!THERE.contains(id) ? "missing" : stays ? "unchanged" : "changed").add(id.toString());
      if (!busy && THERE.contains(id) && !stays) {
        TRASH.compute(id, (_, _) -> trash ? question.path("job").asText() : null);
      }
    }
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(busy ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
