package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import pms.e2e.client.Answer;

/** A search of the pictures' index as search-service sends it, to be sent again without it. */
record RawQuery(String path, String body) {

  /**
   * Of any request to Elasticsearch: a search of pictures, or empty. The point in time is taken out of it; to open one is part of what
   * search-service adds, as looking up who may see which album is.
   */
  static Optional<RawQuery> of(String path, String body, Index index) throws IOException {
    if (!path.contains("_search") || path.contains(index.albums())) return Optional.empty();
    JsonNode search = Answer.JSON.readTree(body);
    if (!(search instanceof ObjectNode query)) return Optional.empty();
    query.remove("pit");
    String parameters = path.contains("?") ? path.substring(path.indexOf('?')) : "";
    return Optional.of(new RawQuery(index.images() + "/_search" + parameters, query.toString()));
  }

  HttpRequest request(String elasticsearch) {
    return HttpRequest.newBuilder(URI.create(elasticsearch + path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
