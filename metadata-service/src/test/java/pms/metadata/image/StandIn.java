package pms.metadata.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers at another service's address. */
abstract class StandIn implements QuarkusTestResourceLifecycleManager {

  private final String client;
  private HttpServer server;

  /** @param client key of the REST client that is to ask here */
  StandIn(String client) {
    this.client = client;
  }

  record Answer(int status, String json) {}

  abstract Answer answer(String path, Map<String, String> query, String authorization);

  /** For those who look at the body. */
  Answer answer(String path, String body, Map<String, String> query, String authorization) {
    return answer(path, query, authorization);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
    return Map.of("quarkus.rest-client." + client + ".url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Answer answer =
        answer(exchange.getRequestURI().getPath(), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), query(exchange.getRequestURI().getRawQuery()), authorization(exchange));
    byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", answer.status() == 200 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The user's token, or the seal of one of our services; null for neither. */
  private static String authorization(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    return token == null ? exchange.getRequestHeaders().getFirst("PMS-Seal") : token;
  }

  private static Map<String, String> query(String raw) {
    return raw == null ? Map.of() : Arrays.stream(raw.split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
