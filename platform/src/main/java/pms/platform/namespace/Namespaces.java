package pms.platform.namespace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import pms.platform.Endpoints;
import pms.platform.Http;
import pms.platform.PlatformException;

/** Makes and drops namespaces on servers that run: the same code for the development suite and for every test. */
public final class Namespaces {

  private static final Duration LEFTOVER = Duration.ofHours(2);

  private final Endpoints endpoints;

  public Namespaces(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** Databases, topics and bucket; what exists already is left as it is. */
  public void create(Namespace names) {
    create(names, Namespace.SERVICES_WITH_DATABASE);
  }

  /** The same, with the databases of some services only. */
  public void create(Namespace names, Collection<String> services) {
    together(() -> createDatabases(names, services), () -> createTopics(names), () -> createBucket(names));
  }

  public void createDatabases(Namespace names, Collection<String> services) {
    new Databases(endpoints).create(names, services);
  }

  public void createTopics(Namespace names) {
    try (KafkaTopics topics = new KafkaTopics(endpoints.kafka())) {
      topics.create(names);
    }
  }

  public void createBucket(Namespace names) {
    new Buckets(endpoints).create(names);
  }

  /** Drops everything with these names. Refused for anything but a test's. */
  public void drop(Namespace names) {
    if (!names.isTest()) {
      throw new IllegalArgumentException("only a test's namespace can be dropped, not " + names);
    }
    together(
        () -> new Databases(endpoints).drop(names),
        () -> dropTopics(names),
        () -> new Buckets(endpoints).drop(names),
        () -> dropIndices(names));
  }

  /** Drops what killed test runs left behind more than two hours ago. */
  public void dropLeftovers() {
    Instant limit = Instant.now().minus(LEFTOVER);
    new Buckets(endpoints)
        .names().stream()
        .filter(name -> Namespace.born(name).filter(limit::isAfter).isPresent())
        .map(Namespace::ofBucket)
        .forEach(this::drop);
  }

  private void dropTopics(Namespace names) {
    try (KafkaTopics topics = new KafkaTopics(endpoints.kafka())) {
      topics.drop(names);
    }
  }

  /** Each of them asks another server, and most of the time is spent waiting. */
  private static void together(Runnable... work) {
    try (var threads = Executors.newCachedThreadPool()) {
      List<CompletableFuture<Void>> all = Stream.of(work).map(one -> CompletableFuture.runAsync(one, threads)).toList();
      all.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof PlatformException cause ? cause : new PlatformException(e.getCause().toString(), e);
    }
  }

  private void dropIndices(Namespace names) {
    String answer = Http.get(endpoints.elasticsearch() + "/_cat/indices/" + names.indices() + "*?format=json&h=index").body();
    try {
      JsonNode found = new ObjectMapper().readTree(answer);
      Stream<JsonNode> rows = found.isArray() ? found.valueStream() : Stream.empty();
      rows.map(row -> row.path("index").asText()).forEach(index -> Http.delete(endpoints.elasticsearch() + "/" + index));
    } catch (IOException e) {
      throw new PlatformException("Elasticsearch: " + answer, e);
    }
  }
}
