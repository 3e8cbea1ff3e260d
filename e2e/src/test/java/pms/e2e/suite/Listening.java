package pms.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import pms.e2e.client.PmsClient;

/** An open stream of server-sent events and what has come out of it. */
public record Listening(HttpResponse<Stream<String>> response, List<String> lines)
    implements AutoCloseable {

  public static Listening of(PmsClient user) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(user.addresses().at("/api/events"))
        .header("Authorization", "Bearer " + user.tokens().access())
        .header("Accept", "text/event-stream")
        .build();
    HttpResponse<Stream<String>> response = user.http().send(request, BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    List<String> lines = new CopyOnWriteArrayList<>();
    CompletableFuture.runAsync(
        () -> response.body().forEach(lines::add), Thread.ofVirtual()::start);
    return new Listening(response, lines);
  }

  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    response.body().close();
  }
}
