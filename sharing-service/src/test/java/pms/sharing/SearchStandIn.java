package pms.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers at search-service's address as search-service would: which pictures match which queries, as far as it has heard. */
public class SearchStandIn implements QuarkusTestResourceLifecycleManager {

  /** A query that cannot be understood. */
  static final String BROKEN = "iso:x";

  /** A query that is understood but cannot be answered. */
  static final String SPOILT = "near:0,0,0.0001m";

  /** @param queries those that find it */
  record Indexed(String owner, long facts, String time, Set<String> queries) {}

  static final Map<UUID, Indexed> INDEX = new ConcurrentHashMap<>();

  /** How many images each question was about. */
  static final List<Integer> ASKED = new CopyOnWriteArrayList<>();

  private static final ObjectMapper JSON = new ObjectMapper();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/matches/all", exchange -> answer(exchange, SearchStandIn::all));
    server.createContext("/internal/matches", exchange -> answer(exchange, SearchStandIn::matches));
    server.start();
    return Map.of("quarkus.rest-client.search.url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private interface Answer {
    JsonNode to(JsonNode question);
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    boolean sealed = String.valueOf(exchange.getRequestHeaders().getFirst("PMS-Seal")).matches("\\d+\\.\\S{43}");
    boolean broken = question.path("queries").path(0).asText().equals(BROKEN);
    boolean checked = question.has("images") && question.path("images").isEmpty();
    boolean spoilt = question.toString().contains(SPOILT) && !checked;
    JsonNode body =
        broken
            ? JSON.readTree("{\"errors\":[{\"field\":\"queries[0]\",\"message\":\"at character 5: a number is expected after iso:\"}]}")
            : answer.to(question);
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(sealed ? broken ? 400 : spoilt ? 500 : 200 : 401, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static JsonNode matches(JsonNode question) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode matches = answer.putArray("matches");
    ArrayNode behind = answer.putArray("behind");
    ASKED.add(question.path("images").size());
    for (JsonNode told : question.path("images")) {
      Indexed found = INDEX.get(UUID.fromString(told.path("id").asText()));
      if (found == null || found.facts() < told.path("facts").asLong()) {
        behind.add(told.path("id").asText());
      } else {
        match(matches.addObject(), told.path("id").asText(), found, question.path("queries"));
      }
    }
    return answer;
  }

  private static void match(ObjectNode match, String id, Indexed found, JsonNode queries) {
    ArrayNode numbers = match.put("id", id).put("time", found.time()).putArray("queries");
    for (int i = 0; i < queries.size(); i++) {
      if (found.queries().contains(queries.get(i).asText())) {
        numbers.add(i);
      }
    }
  }

  private static JsonNode all(JsonNode question) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    String after = question.path("after").asText("");
    INDEX.entrySet().stream()
        .filter(entry -> entry.getValue().owner().equals(question.path("owner").asText()))
        .filter(entry -> entry.getValue().queries().contains(question.path("query").asText()))
        .map(entry -> Map.entry(entry.getKey().toString(), entry.getValue().time()))
        .filter(entry -> entry.getKey().compareTo(after) > 0)
        .sorted(Map.Entry.comparingByKey())
        .limit(question.path("limit").asInt())
        .forEach(entry -> items.addObject().put("id", entry.getKey()).put("time", entry.getValue()));
    return items.size() < question.path("limit").asInt() ? answer : answer.set("next", items.get(items.size() - 1).get("id"));
  }
}
