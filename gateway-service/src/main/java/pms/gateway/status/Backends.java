package pms.gateway.status;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import pms.gateway.GatewayConfig;

/** Asks all services behind the same question at once, for what the gateway itself wants to know. */
@ApplicationScoped
public class Backends {

  /** For questions about health: who is slower than this is not well. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private final GatewayConfig config;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Backends(GatewayConfig config) {
    this.config = config;
  }

  /**
   * What a service said.
   *
   * @param status HTTP status; 0 when there was no answer in time
   */
  public record Answer(int status, String body, Duration time) {

    public boolean ok() {
      return status == 200;
    }
  }

  /** Every service's answer by its name, in the order of names; blocks no longer than the patience. */
  public Map<String, Answer> ask(String path, Duration patience) {
    Map<String, CompletableFuture<Answer>> asked = new TreeMap<>();
    config.services().forEach((name, address) -> asked.put(name, ask(address, path, patience)));
    Map<String, Answer> answers = new LinkedHashMap<>();
    asked.forEach((name, answer) -> answers.put(name, answer.join()));
    return answers;
  }

  private CompletableFuture<Answer> ask(URI service, String path, Duration patience) {
    long start = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).timeout(patience).build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(response -> new Answer(response.statusCode(), response.body(), since(start)))
        .exceptionally(failure -> silent(failure, start));
  }

  /** A service that is not there is what we wanted to know, and no fault of ours. */
  private static Answer silent(Throwable failure, long start) {
    Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    if (cause instanceof IOException) {
      return new Answer(0, "", since(start));
    }
    throw new CompletionException(cause);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
