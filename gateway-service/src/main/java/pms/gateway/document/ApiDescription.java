package pms.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pms.gateway.GatewayConfig;
import pms.gateway.door.LoginAddress;
import pms.gateway.door.OpenPaths;
import pms.gateway.route.Routes;
import pms.gateway.status.Backends;
import pms.gateway.status.Cached;

/** The API of the whole suite as one OpenAPI document, made from what the services say of themselves. */
@ApplicationScoped
class ApiDescription {

  private static final Logger LOG = Logger.getLogger(ApiDescription.class);
  private static final String OURS = "gateway";
  /** A service makes its description when it is first asked, which may take a while on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final GatewayConfig config;
  private final Backends backends;
  private final Routes routes;
  private final LoginAddress login;
  private final OpenApiDocumentService own;
  private final ObjectMapper json;
  private final String version;
  /** What each service said last: it changes only with the service, so one that is away for a moment keeps its part. */
  private final Map<String, JsonNode> parts = new TreeMap<>();
  private final Cached<ObjectNode> whole = new Cached<>(ApiDescription::life, this::build);

  ApiDescription(
      GatewayConfig config,
      Backends backends,
      Routes routes,
      LoginAddress login,
      OpenApiDocumentService own,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.config = config;
    this.backends = backends;
    this.routes = routes;
    this.login = login;
    this.own = own;
    this.json = json;
    this.version = version;
  }

  /** At most half a minute old; who was missing is asked again soon. */
  ObjectNode whole() {
    return whole.get();
  }

  private static Duration life(ObjectNode document) {
    return Duration.ofSeconds(document.at("/info/x-missing").isEmpty() ? 30 : 1);
  }

  private ObjectNode build() {
    OpenApiMerge merge =
        new OpenApiMerge((method, path, service) ->
            service.equals(OURS) ? !path.contains("/parked") : routes.leads(method, path, service));
    List<String> missing = new ArrayList<>();
    backends.ask("/q/openapi?format=json", PATIENCE).forEach((service, answer) -> {
      if (answer.ok()) {
        parts.put(service, read(answer.body()));
      } else if (!parts.containsKey(service)) {
        missing.add(service);
      }
    });
    parts.forEach(merge::add);
    merge.add(OURS, read(ours()));
    return document(merge, missing);
  }

  private String ours() {
    return new String(own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON), StandardCharsets.UTF_8);
  }

  private ObjectNode document(OpenApiMerge merge, List<String> missing) {
    ObjectNode document = json.createObjectNode().put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info").put("title", "PMS").put("version", version);
    info.put("description", "Picture Management System: every service behind the one door.");
    missing.forEach(info.putArray("x-missing")::add);
    document.putArray("servers").addObject().put("url", config.publicUrl().toString());
    ArrayNode security = document.putArray("security");
    security.addObject().putArray("login");
    security.addObject().putArray("token");
    document.set("tags", merge.tags());
    document.set("paths", merge.paths());
    document.set("components", merge.components());
    merge.paths().properties().forEach(path -> path.getValue().properties().forEach(operation -> open(path.getKey(), operation)));
    describeLogin(merge.components().putObject("securitySchemes"));
    return document;
  }

  private void open(String path, Map.Entry<String, JsonNode> operation) {
    boolean open = OpenPaths.ALL.contains(path) || routes.isOpen(operation.getKey().toUpperCase(), path);
    if (open && operation.getValue() instanceof ObjectNode described) {
      described.putArray("security");
    }
  }

  private void describeLogin(ObjectNode schemes) {
    String protocol = login.realm() + "/protocol/openid-connect";
    ObjectNode oauth = schemes.putObject("login").put("type", "oauth2").put("x-client-id", "pms-web");
    ObjectNode flow = oauth.putObject("flows").putObject("authorizationCode");
    flow.put("authorizationUrl", protocol + "/auth");
    flow.put("tokenUrl", protocol + "/token");
    flow.put("refreshUrl", protocol + "/token");
    flow.putObject("scopes").put("openid", "who you are");
    schemes.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      LOG.warnf("an API description is no JSON: %s", e.getMessage());
      return json.createObjectNode();
    }
  }
}
