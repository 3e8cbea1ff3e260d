package pms.e2e.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** One user at the gateway. */
public final class PmsClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final HttpClient http;
  private final Addresses addresses;
  private final Tokens tokens;
  private final int retries;

  /** A client that shows every answer as it is. */
  public PmsClient(HttpClient http, Addresses addresses, Tokens tokens) {
    this(http, addresses, tokens, 0);
  }

  private PmsClient(HttpClient http, Addresses addresses, Tokens tokens, int retries) {
    this.http = http;
    this.addresses = addresses;
    this.tokens = tokens;
    this.retries = retries;
  }

  /** The same user, waiting as told when the answer is 429 or 503 and asking again. An upload may be repeated: the same bytes get the same id. */
  public PmsClient patient() {
    return new PmsClient(http, addresses, tokens, 20);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public Answer get(String path, String... headers) throws IOException, InterruptedException {
    return send(request(path).headers(headers).GET());
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  public Answer post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Answer post(String path, String json) throws IOException, InterruptedException {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json)));
  }

  public Answer patch(String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path)
        .header("Content-Type", "application/merge-patch+json")
        .method("PATCH", BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public Answer search(String query) throws IOException, InterruptedException {
    return get("/api/search?q=" + encoded(query));
  }

  /** Raw bytes, as scripts send them. */
  public Answer upload(byte[] bytes, String fileName, String type)
      throws IOException, InterruptedException {
    return upload(BodyPublishers.ofByteArray(bytes), fileName, type);
  }

  /** A file, streamed from the disk. */
  public Answer upload(Path file, String type) throws IOException, InterruptedException {
    return upload(BodyPublishers.ofFile(file), file.getFileName().toString(), type);
  }

  public Answer upload(BodyPublisher body, String fileName, String type)
      throws IOException, InterruptedException {
    return send(request("/api/images")
        .header("Content-Type", type)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(fileName))
        .POST(body));
  }

  /** As a browser's form sends it. */
  public Answer uploadForm(byte[] bytes, String fileName, String type)
      throws IOException, InterruptedException {
    Multipart form = Multipart.file(bytes, fileName, type);
    return send(request("/api/images")
        .header("Content-Type", form.contentType())
        .POST(BodyPublishers.ofByteArray(form.body())));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(addresses.at(path)).timeout(PATIENCE);
  }

  public Addresses addresses() {
    return addresses;
  }

  public Tokens tokens() {
    return tokens;
  }

  public HttpClient http() {
    return http;
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      Answer answer = Answer.of(http.send(
          request.setHeader("Authorization", "Bearer " + tokens.access()).build(),
          BodyHandlers.ofByteArray()));
      boolean busy = answer.status() == 429 || answer.status() == 503;
      if (tries >= retries || !busy && answer.status() != 401) return answer;
      if (busy) Thread.sleep(pause(answer));
      else tokens.refused();
    }
  }

  private static Duration pause(Answer answer) {
    return answer
        .header("Retry-After")
        .filter(value -> value.matches("\\d{1,4}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ofSeconds(1));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public URI uri(String path) {
    return addresses.at(path);
  }
}
