package pms.metadata.image;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes versions of the pictures a test says there are; small ones cannot be cropped. */
public class ProcessingStandIn extends StandIn {

  private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static final Set<UUID> THERE = ConcurrentHashMap.newKeySet();
  static final Set<UUID> SMALL = ConcurrentHashMap.newKeySet();

  /** Bodies of the questions by the ids in them. */
  static final Map<UUID, String> ASKED = new ConcurrentHashMap<>();

  public ProcessingStandIn() {
    super("processing");
  }

  @Override
  Answer answer(String path, Map<String, String> query, String authorization) {
    return new Answer(404, "{}");
  }

  @Override
  Answer answer(String path, String body, Map<String, String> query, String authorization) {
    if (body.contains("huge") || body.contains("refused later") && !path.endsWith("/check")) {
      return new Answer(413, "{}");
    }
    if (path.endsWith("/check")) {
      return body.contains("spin")
          ? new Answer(400, "{\"errors\":[{\"field\":\"operations[0].op\",\"message\":\"is one of crop\"}]}")
          : new Answer(200, "{}");
    }
    String list = body.substring(body.indexOf("\"ids\""));
    String items = IDS.matcher(list).results().map(found -> UUID.fromString(found.group())).map(id -> item(id, body)).collect(Collectors.joining(","));
    return new Answer(200, "{\"items\":[" + items + "]}");
  }

  private static String item(UUID id, String body) {
    ASKED.put(id, body);
    String result = SMALL.contains(id)
        ? "\"problem\":{\"status\":400,\"detail\":\"operations[0].x: too small\"}"
        : THERE.contains(id) ? "\"version\":2" : "\"problem\":{\"status\":404,\"detail\":\"none\"}";
    return "{\"id\":\"" + id + "\"," + result + "}";
  }
}
