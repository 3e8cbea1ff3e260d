package pms.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;

/** The few HTTP calls with which the launcher looks after its servers. */
public final class Http {

  private static final int PROBE_MILLISECONDS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Http() {}

  /**
   * The status of a GET; empty if nobody answers within two seconds. Asked many times a second while everything starts at once, so
   * it is a bare socket and not a client that needs the processor itself.
   */
  public static OptionalInt status(String address) {
    URI uri = URI.create(address);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PROBE_MILLISECONDS);
      socket.setSoTimeout(PROBE_MILLISECONDS);
      socket.getOutputStream().write(request(uri).getBytes(StandardCharsets.US_ASCII));
      String[] line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).split(" ");
      return line.length == 2 ? OptionalInt.of(Integer.parseInt(line[1])) : OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty(); // nobody there, or nobody who speaks HTTP: that is the answer
    }
  }

  private static String request(URI uri) {
    String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return "GET " + (target.isEmpty() ? "/" : target) + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nConnection: close\r\n\r\n";
  }

  public static HttpResponse<String> get(String address, String... headers) {
    return send(request(address, headers).GET().build());
  }

  public static HttpResponse<String> post(String address, String body, String... headers) {
    return send(request(address, headers).POST(BodyPublishers.ofString(body)).build());
  }

  public static HttpResponse<String> put(String address, String body, String... headers) {
    return send(request(address, headers).PUT(BodyPublishers.ofString(body)).build());
  }

  public static HttpResponse<String> delete(String address, String... headers) {
    return send(request(address, headers).DELETE().build());
  }

  private static HttpRequest.Builder request(String address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return Client.ONE.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new PlatformException("No answer from " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted while waiting for " + request.uri(), e);
    }
  }

  /** Made when the first is needed: most commands of the launcher never do. */
  private static final class Client {
    static final HttpClient ONE =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
  }
}
