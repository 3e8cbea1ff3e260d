package pms.search.find;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The most frequent values among all hits, each with the number of hits that have it. */
final class Facets {

  private static final Map<String, String> FIELDS = new LinkedHashMap<>();
  private static final int MOST_VALUES = 30;

  static {
    FIELDS.put("tags", "facts.tags");
    FIELDS.put("category", "facts.category");
    FIELDS.put("camera", "found.camera");
    FIELDS.put("lens", "facts.camera.lens");
    FIELDS.put("place", "facts.location.place");
    FIELDS.put("year", "found.year");
    FIELDS.put("type", "upload.type");
    FIELDS.put("rating", "facts.rating");
  }

  record Count(String value, long count) {}

  static Map<String, Aggregation> aggregations() {
    Map<String, Aggregation> all = new LinkedHashMap<>();
    FIELDS.forEach(
        (name, field) ->
            all.put(name, Aggregation.of(agg -> agg.terms(terms -> terms.field(field).size(MOST_VALUES)))));
    return all;
  }

  static Map<String, List<Count>> of(Map<String, Aggregate> aggregates) {
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    FIELDS.keySet().forEach(name -> facets.put(name, counts(aggregates.get(name))));
    return facets;
  }

  private static List<Count> counts(Aggregate aggregate) {
    return switch (aggregate._kind()) {
      case Sterms ->
          aggregate.sterms().buckets().array().stream()
              .map(bucket -> new Count(bucket.key().stringValue(), bucket.docCount()))
              .toList();
      case Lterms ->
          aggregate.lterms().buckets().array().stream()
              .map(bucket -> new Count(String.valueOf(bucket.key()), bucket.docCount()))
              .toList();
      // No shard has the field in any document yet.
      default -> List.of();
    };
  }

  private Facets() {}
}
