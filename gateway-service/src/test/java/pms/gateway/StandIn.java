package pms.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service behind the gateway that tells what reached it. The query says how it is to behave: {@code ?early} answers before it
 * reads, {@code ?hold=ms} waits before it reads or writes, {@code ?send=bytes} streams so much, {@code ?break} stops in the
 * middle, {@code ?silent} never answers, {@code ?status=n}; {@code ?mark=x} lets {@code /progress?mark=x} tell how far it got;
 * between {@code ?mute} and {@code ?mute=off} it does not describe itself, and {@code /progress?mark=mute} counts who asked.
 */
final class StandIn {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] BLOCK = new byte[64 << 10];

  private final String name;
  private final HttpServer server;
  private final Map<String, Map<String, Object>> progress = new ConcurrentHashMap<>();

  StandIn(String name) throws IOException {
    this.name = name;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  /** Reads the head of a request and hangs up. */
  static ServerSocket rude() throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> {
      while (!door.isClosed()) {
        try (Socket caller = door.accept()) {
          caller.getInputStream().read(new byte[4096]);
        } catch (IOException closed) {
          return;
        }
      }
    });
    return door;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> wishes = wishes(exchange);
    if (exchange.getRequestURI().getPath().equals("/progress")) {
      answer(exchange, 200, progress.getOrDefault(wishes.get("mark"), Map.of()));
    } else if (exchange.getRequestURI().getPath().equals("/q/openapi")) {
      describe(exchange);
    } else if (exchange.getRequestURI().getPath().equals("/q/health/ready")) {
      answer(exchange, 200, Map.of("status", "UP"));
    } else if (wishes.containsKey("mute")) {
      progress.remove("mute");
      if (!wishes.get("mute").equals("off")) {
        progress.put("mute", new ConcurrentHashMap<>());
      }
      answer(exchange, 204, null);
    } else if (wishes.containsKey("silent")) {
      pause(60_000);
    } else if (wishes.containsKey("early")) {
      answer(exchange, 413, Map.of("title", "early"));
    } else if (wishes.containsKey("send")) {
      send(exchange, wishes);
    } else {
      receive(exchange, wishes);
    }
  }

  private void describe(HttpExchange exchange) throws IOException {
    Map<String, Object> muted = progress.get("mute");
    if (muted == null) {
      answer(exchange, 200, JSON.readTree(description()));
    } else {
      muted.merge("asked", 1, (a, b) -> (int) a + (int) b);
      answer(exchange, 503, null);
    }
  }

  private void receive(HttpExchange exchange, Map<String, String> wishes) throws IOException {
    Map<String, Object> seen = progress(wishes);
    pause(Long.parseLong(wishes.getOrDefault("hold", "0")));
    long bytes = 0;
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try (InputStream in = exchange.getRequestBody()) {
      byte[] buffer = new byte[64 << 10];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        seen.put("bytes", bytes);
      }
      // The server of the JDK takes a cut body of known length for a whole one.
      seen.put("end", length == null || Long.parseLong(length) == bytes ? "complete" : "broken");
    } catch (IOException cut) {
      seen.put("end", "broken");
      throw cut;
    }
    exchange.getResponseHeaders().set("Location", address() + "/api/images/1");
    exchange.getResponseHeaders().set("Server", "stand-in");
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    int status = Integer.parseInt(wishes.getOrDefault("status", "200"));
    answer(exchange, status, status == 204 || status == 304 ? null : echo(exchange, bytes));
  }

  private void send(HttpExchange exchange, Map<String, String> wishes) throws IOException {
    Map<String, Object> seen = progress(wishes);
    long bytes = Long.parseLong(wishes.get("send"));
    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
    exchange.sendResponseHeaders(200, wishes.containsKey("chunked") ? 0 : bytes);
    boolean breaks = wishes.containsKey("break");
    try {
      write(exchange.getResponseBody(), breaks ? bytes / 2 : bytes, seen);
      if (breaks) {
        // Left open, or it would be ended properly: the server then hangs up.
        throw new IOException("as wished");
      }
      exchange.getResponseBody().close();
      seen.put("end", "complete");
    } catch (IOException cut) {
      seen.put("end", "broken");
      throw cut;
    }
  }

  private static void write(OutputStream out, long bytes, Map<String, Object> seen) throws IOException {
    for (long sent = 0; sent < bytes; sent += BLOCK.length) {
      out.write(BLOCK, 0, (int) Math.min(BLOCK.length, bytes - sent));
      seen.put("bytes", sent);
    }
    out.flush();
  }

  private Map<String, Object> echo(HttpExchange exchange, long bytes) {
    Map<String, Object> echo = new LinkedHashMap<>();
    echo.put("service", name);
    echo.put("method", exchange.getRequestMethod());
    echo.put("target", exchange.getRequestURI().toString());
    echo.put("bytes", bytes);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Headers received = exchange.getRequestHeaders();
    received.forEach((header, values) -> headers.put(header.toLowerCase(), values));
    echo.put("headers", headers);
    return echo;
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(json);
    }
  }

  private Map<String, Object> progress(Map<String, String> wishes) {
    return progress.computeIfAbsent(wishes.getOrDefault("mark", "-"), mark -> new ConcurrentHashMap<>());
  }

  private static Map<String, String> wishes(HttpExchange exchange) {
    Map<String, String> wishes = new LinkedHashMap<>();
    String query = exchange.getRequestURI().getQuery();
    for (String wish : (query == null ? "" : query).split("&")) {
      int equals = wish.indexOf('=');
      wishes.put(equals < 0 ? wish : wish.substring(0, equals), equals < 0 ? "" : wish.substring(equals + 1));
    }
    return wishes;
  }

  private static void pause(long millis) throws IOException {
    try {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private String description() {
    return """
        {"openapi": "3.1.0",
         "paths": {"/api/images": {"post": {"summary": "%1$s adds", "requestBody": {"content": {"image/*": {}}}},
                                   "get": {"summary": "%1$s lists", "responses": {"200": {"$ref": "#/components/responses/Page"}}}},
                   "/internal/images": {"get": {}}, "/q/health": {"get": {}}},
         "components": {"responses": {"Page": {"description": "%1$s"}}, "securitySchemes": {"SecurityScheme": {"type": "http"}}}}
        """.formatted(name);
  }
}
