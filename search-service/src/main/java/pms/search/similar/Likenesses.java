package pms.search.similar;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.KnnSearch;
import co.elastic.clients.elasticsearch._types.query_dsl.MoreLikeThisQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.contracts.Camera;
import pms.contracts.ImageMetadata;
import pms.contracts.Location;
import pms.kit.problem.Problem;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.find.ImageHit;
import pms.search.image.ImageDocument;
import pms.search.index.Asking;
import pms.search.index.SearchIndexes;

/** Finds what is like a picture, among those the caller may see. */
@ApplicationScoped
class Likenesses {

  private static final int BITS = 64;
  private static final String SHARED_WORDS = "30%";
  private static final int MOST_WORDS = 25;
  private static final int FEWEST_CANDIDATES = 100;

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final Visibilities visibilities;

  Likenesses(ElasticsearchClient client, SearchIndexes indexes, Visibilities visibilities) {
    this.client = client;
    this.indexes = indexes;
    this.visibilities = visibilities;
  }

  /** Those that look like it; none while it is not known what it looks like. */
  List<SimilarHit> looking(UUID id, int distance, int limit, Viewer viewer) {
    return Asking.of(
        () -> {
          Visibility visibility = visibilities.of(viewer, List.of());
          ImageDocument image = image(id, visibility);
          String hash = image.renditions() == null ? null : image.renditions().perceptualHash();
          return hash == null ? List.of() : nearest(image, hash, distance, limit, visibility);
        });
  }

  /** Those that are spoken of with the same words; none when nothing is said of it. */
  List<ImageHit> speaking(UUID id, int limit, Viewer viewer) {
    return Asking.of(
        () -> {
          Visibility visibility = visibilities.of(viewer, List.of());
          ImageDocument image = image(id, visibility);
          String words = words(image.facts());
          return words.isBlank() ? List.of() : sharing(image, words, limit, visibility);
        });
  }

  private ImageDocument image(UUID id, Visibility visibility) throws IOException {
    Query one = Query.of(query -> query.term(term -> term.field("id").value(id.toString())));
    Query seen = Query.of(query -> query.bool(all -> all.filter(visibility.filter()).filter(one)));
    return hits(search -> search.size(1).query(seen)).stream()
        .map(Hit::source)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private List<SimilarHit> nearest(
      ImageDocument image, String hash, int distance, int limit, Visibility visibility) throws IOException {
    KnnSearch near =
        KnnSearch.of(
            knn ->
                knn.field("found.look")
                    .queryVector(bytes(hash))
                    .k(limit)
                    .numCandidates(Math.max(limit, FEWEST_CANDIDATES))
                    .filter(visibility.filter(), not(image)));
    return hits(search -> search.size(limit).knn(near)).stream()
        .map(hit -> new SimilarHit(ImageHit.of(hit.source(), visibility), distance(hit.score())))
        .filter(hit -> hit.distance() <= distance)
        .toList();
  }

  private List<ImageHit> sharing(ImageDocument image, String words, int limit, Visibility visibility)
      throws IOException {
    MoreLikeThisQuery like =
        MoreLikeThisQuery.of(
            more ->
                more.fields("words.stemmed")
                    .like(text -> text.text(words))
                    .minTermFreq(1)
                    .minDocFreq(1)
                    .maxQueryTerms(MOST_WORDS)
                    .minimumShouldMatch(SHARED_WORDS));
    Query others =
        Query.of(q -> q.bool(all -> all.filter(visibility.filter(), not(image)).must(like._toQuery())));
    return hits(search -> search.size(limit).query(others)).stream()
        .map(hit -> ImageHit.of(hit.source(), visibility))
        .toList();
  }

  private List<Hit<ImageDocument>> hits(UnaryOperator<SearchRequest.Builder> question) throws IOException {
    SearchRequest request = question.apply(new SearchRequest.Builder().index(indexes.alias())).build();
    return client.search(request, ImageDocument.class).hits().hits();
  }

  private static Query not(ImageDocument image) {
    return Query.of(
        query -> query.bool(not -> not.mustNot(it -> it.term(term -> term.field("id").value(image.id().toString())))));
  }

  /** The score is the share of bits that are equal. */
  private static int distance(Double score) {
    return (int) Math.round(BITS * (1 - score));
  }

  private static List<Float> bytes(String hash) {
    List<Float> bytes = new ArrayList<>();
    for (byte one : HexFormat.of().parseHex(hash)) {
      bytes.add((float) one);
    }
    return bytes;
  }

  private static String words(ImageMetadata facts) {
    if (facts == null) {
      return "";
    }
    Camera camera = facts.camera();
    Location location = facts.location();
    Stream<String> said =
        Stream.of(
            facts.title(),
            facts.description(),
            facts.category(),
            camera == null ? null : camera.model(),
            location == null ? null : location.place());
    return Stream.concat(said, facts.tags().stream()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
  }
}
