package pms.metadata.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds, two a page, what a test says a query finds of an owner's; only to those who seal their question. */
public class SearchStandIn extends StandIn {

  private static final ObjectMapper JSON = new ObjectMapper();

  record Found(String owner, List<UUID> ids) {}

  static final Map<String, Found> QUERIES = new ConcurrentHashMap<>();

  /** Queries that are answered by no page until a test takes them out. */
  static final Set<String> AWAY = ConcurrentHashMap.newKeySet();

  public SearchStandIn() {
    super("search");
  }

  @Override
  Answer answer(String path, Map<String, String> query, String seal) {
    return new Answer(404, "{}");
  }

  @Override
  Answer answer(String path, String body, Map<String, String> query, String seal) {
    if (seal == null) {
      return new Answer(401, "{}");
    }
    JsonNode question = read(body);
    return path.endsWith("/all") ? page(question) : checked(question.at("/queries/0").asText());
  }

  private static Answer checked(String q) {
    if (q.contains("bad:")) {
      return new Answer(400, "{\"status\":400,\"errors\":[{\"field\":\"queries[0]\",\"message\":\"no such field at 1\"}]}");
    }
    return QUERIES.containsKey(q) ? new Answer(200, "{\"matches\":[],\"behind\":[]}") : new Answer(500, "{}");
  }

  private static Answer page(JsonNode question) {
    String q = question.path("query").asText();
    Found found = QUERIES.get(q);
    if (found == null || AWAY.contains(q) || !found.owner.equals(question.path("owner").asText())) {
      return new Answer(503, "{}");
    }
    String after = question.path("after").asText("");
    List<String> left = found.ids.stream().map(UUID::toString).sorted().filter(id -> id.compareTo(after) > 0 || question.path("after").isNull()).toList();
    List<String> page = left.subList(0, Math.min(2, left.size()));
    String items = page.stream().map(id -> "{\"id\":\"" + id + "\",\"time\":null}").collect(Collectors.joining(","));
    return new Answer(200, "{\"items\":[%s],\"next\":%s}".formatted(items, left.size() > 2 ? "\"" + page.getLast() + "\"" : "null"));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
