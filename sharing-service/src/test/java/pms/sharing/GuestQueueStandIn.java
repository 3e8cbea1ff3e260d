package pms.sharing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import pms.contracts.ObjectKeys;
import pms.kit.internal.InternalCalls;

/** Pictures of guests as upload-service would keep them, for the stand-in at its address. */
public final class GuestQueueStandIn {

  /** Album → picture → whose it becomes. */
  static final Map<UUID, Map<UUID, String>> WAITING = new ConcurrentHashMap<>();

  /** What was accepted: picture → owner. */
  static final Map<UUID, String> ACCEPTED = new ConcurrentHashMap<>();

  /** Every acceptance and rejection that was asked for, as its path. */
  public static final List<String> ASKED = new CopyOnWriteArrayList<>();

  /** Albums for which nobody answers. */
  public static final Set<UUID> AWAY = ConcurrentHashMap.newKeySet();

  /** Albums into whose owners' quota nothing fits. */
  public static final Set<UUID> FULL = ConcurrentHashMap.newKeySet();

  public static void waits(UUID album, UUID picture, String owner) {
    WAITING.computeIfAbsent(album, any -> new ConcurrentSkipListMap<>()).put(picture, owner);
  }

  static void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    UUID album = UUID.fromString(path[3]);
    Map<UUID, String> waiting = WAITING.getOrDefault(album, Map.of());
    if (AWAY.contains(album) || !exchange.getRequestHeaders().containsKey(InternalCalls.HEADER)) {
      send(exchange, 503, "");
    } else if (path.length == 4) {
      send(exchange, 200, waiting.entrySet().stream().map(GuestQueueStandIn::json).collect(Collectors.joining(",", "[", "]")));
    } else if (path.length == 5) {
      UUID picture = UUID.fromString(path[4]);
      boolean known = waiting.containsKey(picture);
      send(exchange, known ? 200 : 404, known ? json(Map.entry(picture, waiting.get(picture))) : "");
    } else {
      decide(exchange, album, UUID.fromString(path[4]), path[5]);
    }
  }

  private static void decide(HttpExchange exchange, UUID album, UUID picture, String what) throws IOException {
    ASKED.add(picture + "/" + what);
    Map<UUID, String> waiting = WAITING.getOrDefault(album, new ConcurrentHashMap<>());
    if (what.equals("reject")) {
      waiting.remove(picture);
      send(exchange, 204, "");
    } else if (FULL.contains(album)) {
      send(exchange, 507, "");
    } else {
      String owner = waiting.remove(picture);
      if (owner != null) {
        ACCEPTED.put(picture, owner);
      }
      boolean known = ACCEPTED.containsKey(picture);
      send(exchange, known ? 200 : 404,
          known ? "{\"owner\":\"%s\",\"image\":\"%s\"}".formatted(ACCEPTED.get(picture), picture) : "");
    }
  }

  private static String json(Map.Entry<UUID, String> picture) {
    return """
        {"id":"%s","owner":"%s","link":"%s","guest":"Anna","fileName":"a.jpg","type":"image/jpeg","bytes":9,"width":4,"height":3,\
        "receivedAt":"2030-01-01T00:00:00Z","objectKey":"%s"}"""
        .formatted(picture.getKey(), picture.getValue(), new UUID(0, 1), ObjectKeys.original(picture.getValue(), picture.getKey()));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private GuestQueueStandIn() {}
}
