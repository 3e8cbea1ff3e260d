package pms.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the services' API descriptions together as one. Only operations that the door routes to a service are taken from it. Two
 * services may use one name for different things: then the later one's is renamed, with everything that refers to it.
 */
final class OpenApiMerge {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final String ADMIN = "admin";

  private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
  private final ObjectNode components = JsonNodeFactory.instance.objectNode();
  private final Set<String> tags = new LinkedHashSet<>();
  private final Leads leads;

  /** Whether requests of this method and path (a template) are answered by the service. */
  interface Leads {
    boolean test(String method, String path, String service);
  }

  OpenApiMerge(Leads leads) {
    this.leads = leads;
  }

  /** Adds one service's description. */
  void add(String service, JsonNode description) {
    JsonNode document = description.deepCopy();
    Set<String> clashing = clashing(document);
    rename(document, service, clashing);
    addComponents(document.path("components"), service, clashing);
    document.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
  }

  ObjectNode paths() {
    return paths;
  }

  ObjectNode components() {
    return components;
  }

  /** In the order of their coming, operators' last. */
  ArrayNode tags() {
    ArrayNode named = JsonNodeFactory.instance.arrayNode();
    tags.stream().sorted(Comparator.comparing(ADMIN::equals)).forEach(tag -> named.addObject().put("name", tag));
    return named;
  }

  private void addPath(String service, String path, JsonNode item) {
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : item.properties()) {
      boolean operation = METHODS.contains(entry.getKey());
      if (!operation) {
        taken.set(entry.getKey(), entry.getValue());
      } else if (leads.test(entry.getKey().toUpperCase(), path, service)) {
        taken.set(entry.getKey(), tidy((ObjectNode) entry.getValue(), service, tag(path, service)));
      }
    }
    boolean any = taken.propertyStream().anyMatch(entry -> METHODS.contains(entry.getKey()));
    if (any) {
      ObjectNode known = paths.withObjectProperty(path);
      taken.properties().forEach(entry -> known.putIfAbsent(entry.getKey(), entry.getValue()));
    }
  }

  /** What operators do stands apart. */
  private static String tag(String path, String service) {
    return path.startsWith("/api/admin/") ? ADMIN : service;
  }

  /** Grouped by service; who may ask is said once for the whole. */
  private ObjectNode tidy(ObjectNode operation, String service, String tag) {
    tags.add(tag);
    operation.putArray("tags").add(tag);
    operation.remove("security");
    if (operation.has("operationId")) {
      operation.put("operationId", service + "." + operation.get("operationId").asText());
    }
    return operation;
  }

  private void addComponents(JsonNode sections, String service, Set<String> clashing) {
    for (Map.Entry<String, JsonNode> section : sections.properties()) {
      if (section.getKey().equals("securitySchemes")) {
        continue;
      }
      ObjectNode known = components.withObjectProperty(section.getKey());
      section.getValue().properties().forEach(entry -> {
        boolean clashes = clashing.contains(reference(section.getKey(), entry.getKey()));
        known.putIfAbsent(clashes ? renamed(service, entry.getKey()) : entry.getKey(), entry.getValue());
      });
    }
  }

  /** Names that mean something else here than in what is there already, themselves or through what they refer to. */
  private Set<String> clashing(JsonNode document) {
    Set<String> clashing = new HashSet<>();
    int before;
    do {
      before = clashing.size();
      for (Map.Entry<String, JsonNode> section : document.path("components").properties()) {
        for (Map.Entry<String, JsonNode> entry : section.getValue().properties()) {
          JsonNode known = components.path(section.getKey()).path(entry.getKey());
          boolean differs = !known.isMissingNode() && !known.equals(entry.getValue());
          if (differs || !known.isMissingNode() && refersTo(entry.getValue(), clashing)) {
            clashing.add(reference(section.getKey(), entry.getKey()));
          }
        }
      }
    } while (clashing.size() > before);
    return clashing;
  }

  private static boolean refersTo(JsonNode node, Set<String> references) {
    return references.contains(node.path("$ref").asText())
        || node.valueStream().anyMatch(child -> refersTo(child, references));
  }

  private static void rename(JsonNode node, String service, Set<String> clashing) {
    String reference = node.path("$ref").asText();
    if (clashing.contains(reference)) {
      int name = reference.lastIndexOf('/') + 1;
      ((ObjectNode) node).put("$ref", reference.substring(0, name) + renamed(service, reference.substring(name)));
    }
    node.valueStream().forEach(child -> rename(child, service, clashing));
  }

  private static String renamed(String service, String name) {
    return Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
  }

  private static String reference(String section, String name) {
    return "#/components/" + section + "/" + name;
  }
}
