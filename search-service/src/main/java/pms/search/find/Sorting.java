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
    RELEVANCE("_score", SortOrder.Desc),
    TAKEN("found.time", SortOrder.Desc),
    UPLOADED("upload.uploadedAt", SortOrder.Desc),
    NAME("found.name", SortOrder.Asc),
    SIZE("upload.bytes", SortOrder.Desc);

    private final String field;
    private final SortOrder natural;

    By(String field, SortOrder natural) {
      this.field = field;
      this.natural = natural;
    }
  }

  private static final String CHOICES = "takes one of relevance, taken, uploaded, name, size";

  /** What was asked for; without, by how well they match if the query tells better from worse, else newest first. */
  static Sorting of(String sort, String order, boolean ranks) {
    By by = sort == null ? (ranks ? By.RELEVANCE : By.TAKEN) : by(sort);
    return new Sorting(by, order == null ? by.natural : order(order));
  }

  /** Which order a cursor belongs to. */
  String name() {
    return by.name().toLowerCase(Locale.ROOT) + ":" + order.jsonValue();
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
        .filter(by -> by.name().equalsIgnoreCase(sort))
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
