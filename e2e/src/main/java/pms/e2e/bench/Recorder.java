package pms.e2e.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Stands between a search-service and Elasticsearch and remembers which searches go by. */
final class Recorder implements AutoCloseable {
  private final Index index;
  private final HttpServer server;
  private final List<RawQuery> heard = new ArrayList<>();

  Recorder(Index index) throws IOException {
    this.index = index;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What went by since this was asked last. */
  synchronized List<RawQuery> heard() {
    List<RawQuery> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().toString();
      remember(path, new String(body, StandardCharsets.UTF_8));
      HttpResponse<byte[]> answer = forward(exchange, path, body);
      answer.headers().map().forEach((name, values) -> {
        if (!name.matches("(?i)content-length|transfer-encoding|connection")) exchange.getResponseHeaders().put(name, values);
      });
      boolean empty = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
      if (!empty) exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, String path, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(index.elasticsearch() + path))
        .method(exchange.getRequestMethod(), body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (String name : List.of("Content-Type", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) request.header(name, value);
    }
    return index.http().send(request.build(), BodyHandlers.ofByteArray());
  }

  private synchronized void remember(String path, String body) throws IOException {
    RawQuery.of(path, body, index).ifPresent(heard::add);
  }
}
