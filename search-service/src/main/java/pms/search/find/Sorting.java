package pms.search.find;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pms.kit.problem.Problem;

/** An order of hits, total by the image's id at its end, so that a page can begin where the last one ended. */
record Sorting(By by, SortOrder order) {

  enum By {
    RELEVANCE("_score", SortOrder.Desc, "relevance"),
    TAKEN("found.time", SortOrder.Desc, "takenAt", "taken"),
    UPLOADED("upload.uploadedAt", SortOrder.Desc, "uploadedAt", "uploaded"),
    NAME("found.name", SortOrder.Asc, "name"),
    SIZE("upload.bytes", SortOrder.Desc, "size");

    private final String field;
    private final SortOrder natural;
    private final List<String> names;

    By(String field, SortOrder natural, String... names) {
      this.field = field;
      this.natural = natural;
      this.names = List.of(names);
    }
  }

  private static final String CHOICES = "takes one of relevance, takenAt, uploadedAt, name, size";

  /** What was asked for; without, by how well they match if the query tells better from worse, else newest first. */
  static Sorting of(String sort, String order, boolean ranks) {
    By by = sort == null ? (ranks ? By.RELEVANCE : By.TAKEN) : by(sort);
    return new Sorting(by, order == null ? by.natural : order(order));
  }

  /** Which order a cursor belongs to. */
  String name() {
    return by.names.getFirst() + ":" + order.jsonValue();
  }

  List<SortOptions> options() {
    return by == By.RELEVANCE
        ? List.of(SortOptions.of(sort -> sort.score(score -> score.order(order))), byField(By.TAKEN.field), byField("id"))
        : List.of(byField(by.field), byField("id"));
  }

  private SortOptions byField(String field) {
    return SortOptions.of(sort -> sort.field(f -> f.field(field).order(order)));
  }

  private static By by(String sort) {
    return Arrays.stream(By.values())
        .filter(by -> by.names.stream().anyMatch(sort::equalsIgnoreCase))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("sort", CHOICES));
  }

  private static SortOrder order(String order) {
    return switch (order.toLowerCase(Locale.ROOT)) {
      case "asc" -> SortOrder.Asc;
      case "desc" -> SortOrder.Desc;
      default -> throw Problem.invalid("order", "takes one of asc, desc");
    };
  }
}
