package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pms.e2e.client.PmsClient;

/** Lists and the timeline of the large library beside those of the small one. */
final class LibraryFigures {
  private final Session session;
  private final Questions questions;

  LibraryFigures(Session session, Questions questions) {
    this.session = session;
    this.questions = questions;
  }

  List<String> measure(PmsClient large, PmsClient small) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>(List.of("", Comparison.head("[goal at p95]", "the large library", "a thousand pictures")));
    lines.add(compare("library, first page", 0, large, questions.firstPage(), small, questions.firstPage()));
    lines.add(compare("library, a page from any depth", 0, large, questions.deepPage(), small, questions.deepPage()));
    lines.add(compare("timeline", 0, large, questions.timeline(), small, questions.timeline()));
    lines.add(compare(
        "timeline bucket, as a client asks", 60, large, questions.bucket(buckets(large, true)), small, questions.bucket(buckets(small, true))));
    lines.add(compare(
        "timeline bucket, a whole month", 60, large, questions.bucket(buckets(large, false)), small, questions.bucket(buckets(small, false))));
    lines.add("");
    return lines;
  }

  private String compare(String what, int goal, PmsClient large, List<String> ofLarge, PmsClient small, List<String> ofSmall)
      throws IOException, InterruptedException {
    String row = session.measuring()
        .compare(what, ofLarge.size(), goal, () -> {}, Measuring.through(large, ofLarge), Measuring.through(small, ofSmall))
        .row();
    session.terminal().line(row);
    return row;
  }

  /** Months; those that are told by days by their days, where that is wanted. */
  private static List<String> buckets(PmsClient user, boolean days) throws IOException, InterruptedException {
    List<String> buckets = new ArrayList<>();
    for (JsonNode month : Measuring.get(user, "/api/timeline").json().path("buckets")) {
      if (month.path("bucket").asText().equals("unknown")) continue;
      JsonNode apart = month.path("days");
      if (days && apart.isArray()) buckets.addAll(days(month.path("bucket").asText(), apart));
      else buckets.add(month.path("bucket").asText());
    }
    return buckets;
  }

  /** Those that have pictures. */
  private static List<String> days(String month, JsonNode counts) {
    List<String> days = new ArrayList<>();
    for (int day = 1; day <= counts.size(); day++) {
      if (counts.path(day - 1).asLong() > 0) days.add(String.format("%s-%02d", month, day));
    }
    return days;
  }
}
