package pms.e2e.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import pms.e2e.client.PmsClient;

/**
 * Search, suggestions and the map, beside the same queries sent to Elasticsearch without us. What search-service asks Elasticsearch is not
 * written down a second time here: a replica of it that searches through a {@link Recorder} is asked every question once.
 */
final class SearchFigures {
  private static final int[] ZOOMS = {2, 6, 11};

  private final Stage stage;
  private final Session session;
  private final Questions questions;
  private final Index index;

  SearchFigures(Stage stage, Session session, Questions questions, Index index) {
    this.stage = stage;
    this.session = session;
    this.questions = questions;
    this.index = index;
  }

  private record Kind(String what, int goal, List<String> paths, List<List<RawQuery>> raw) {}

  List<String> measure(PmsClient user) throws IOException, InterruptedException {
    List<Kind> kinds = new ArrayList<>();
    try (Recorder recorder = new Recorder(index)) {
      URI recorded = stage.startRecorded(recorder.address());
      session.terminal().line("Listening to what search-service asks …");
      kinds.add(record(recorder, recorded, user, "search: word, filter and facets", 100, questions.search()));
      kinds.add(record(recorder, recorded, user, "suggest", 30, questions.suggest()));
      for (int zoom : ZOOMS) {
        kinds.add(record(recorder, recorded, user, "map, zoom " + zoom, 100, questions.map(zoom)));
      }
      stage.stopRecorded();
    }
    List<String> lines = new ArrayList<>(List.of("", Comparison.head("[goal at p95, ratio 1.3]", "through the gateway", "Elasticsearch itself")));
    for (Kind kind : kinds) {
      lines.add(compare(kind, user).row());
      session.terminal().line(lines.getLast());
    }
    return lines;
  }

  private static Kind record(Recorder recorder, URI recorded, PmsClient user, String what, int goal, List<String> paths)
      throws IOException, InterruptedException {
    List<List<RawQuery>> raw = new ArrayList<>();
    for (String path : paths) {
      Measuring.get(user, URI.create(recorded + path));
      raw.add(recorder.heard());
    }
    return new Kind(what, goal, paths, raw);
  }

  private Comparison compare(Kind kind, PmsClient user) throws IOException, InterruptedException {
    Measuring.Asked raw = question -> {
      for (RawQuery query : kind.raw().get(question)) index.ask(query);
    };
    return session.measuring().compare(
        kind.what(), kind.paths().size(), kind.goal(), index::forgetAnswers, Measuring.through(user, kind.paths()), raw);
  }
}
