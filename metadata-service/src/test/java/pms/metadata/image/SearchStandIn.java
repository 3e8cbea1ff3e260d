package pms.metadata.image;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds, two a page, what a test says a query finds; to the token that may ask, and to no other. */
public class SearchStandIn extends StandIn {

  /** @param owner of the image */
  record Hit(UUID id, String owner) {}

  record Found(String token, List<Hit> hits) {}

  static final Map<String, Found> QUERIES = new ConcurrentHashMap<>();

  public SearchStandIn() {
    super("search");
  }

  @Override
  Answer answer(String path, Map<String, String> query, String authorization) {
    String q = query.get("q");
    if (q.contains("bad:")) {
      return new Answer(400, "{\"status\":400,\"errors\":[{\"field\":\"q\",\"message\":\"no such field at 1\"}]}");
    }
    Found found = QUERIES.get(q);
    if (found == null || !("Bearer " + found.token).equals(authorization)) {
      return new Answer(500, "{}");
    }
    int from = Integer.parseInt(query.getOrDefault("after", "0"));
    int to = Math.min(from + 2, found.hits.size());
    String items = found.hits.subList(from, to).stream()
        .map(hit -> "{\"id\":\"%s\",\"owner\":\"%s\",\"title\":null}".formatted(hit.id, hit.owner)).collect(Collectors.joining(","));
    boolean more = to < found.hits.size();
    return new Answer(200, "{\"items\":[%s],\"total\":9,\"next\":%s}".formatted(items, more ? "\"" + to + "\"" : "null"));
  }
}
