package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pms.e2e.bench.library.EventFeed;
import pms.e2e.bench.library.LibraryRows;
import pms.e2e.bench.library.World;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.demo.Terminal;

/** Brings a world onto the stage, and tells how fast that went. */
final class Filling {
  private static final int DOCUMENTS_A_SECOND = 3_000;
  private static final Duration STUCK = Duration.ofMinutes(5);

  private final Stage stage;
  private final Index index;
  private final World world;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  Filling(Stage stage, Index index, World world, Terminal terminal) {
    this.stage = stage;
    this.index = index;
    this.world = world;
    this.terminal = terminal;
  }

  /** Events are told while search-service is away, so that it and nothing else is measured when it comes back and catches up. */
  List<String> fill() throws IOException, InterruptedException {
    stage.startSearch();
    // Else it would be filled from the log by the side, and everything be written twice.
    Stage.await("The index is not whole, see " + stage.home().log("search"), 60, index::isComplete);
    stage.stopSearch();
    long start = System.nanoTime();
    try (EventFeed feed = new EventFeed(stage.endpoints().kafka(), stage.names())) {
      feed.tell(world, told -> terminal.progress("Telling of pictures", told, (int) world.images()));
    }
    terminal.done();
    rate("events of so many pictures told", "/s", world.images(), start, 0);
    start = System.nanoTime();
    Duration before = stage.processorTime();
    stage.startSearch();
    awaitIndexed();
    rate("documents indexed, until all can be found", "/s", world.images(), start, DOCUMENTS_A_SECOND);
    processor(before);
    return lines;
  }

  /** The index once more from the log, which is what an operator does after a change of its definition. */
  List<String> rebuild(PmsClient administrator) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration before = stage.processorTime();
    String path = stage.search() + "/api/admin/search/rebuild";
    Answer answer = administrator.send(HttpRequest.newBuilder(URI.create(path))
        .POST(BodyPublishers.noBody()));
    if (!answer.ok()) throw new IOException("The index is not rebuilt: " + answer);
    awaitRebuilt(administrator, path);
    rate("documents rebuilt from the log, until searched", "/s", world.images(), start, DOCUMENTS_A_SECOND);
    processor(before);
    return lines.subList(lines.size() - 2, lines.size());
  }

  /** Until everybody searches the new index; for some seconds more the old one is kept. */
  private void awaitRebuilt(PmsClient administrator, String path) throws IOException, InterruptedException {
    JsonNode state;
    do {
      Thread.sleep(250);
      // Who indexes may have no time for an answer at the moment.
      Answer now = administrator.patient().send(HttpRequest.newBuilder(URI.create(path)).GET());
      if (!now.ok()) throw new IOException("Nobody knows how the rebuild goes on: " + now);
      state = now.json();
      terminal.progress("Rebuilding the index", (int) (state.path("read").asLong() / 3), (int) world.images());
    } while (state.path("state").asText().equals("running") && !index.isSearched(state.path("index").asText()));
    terminal.done();
    if (state.path("state").asText().equals("failed")) throw new IOException("The rebuild has failed: " + state);
  }

  List<String> fillLibrary() throws IOException {
    long start = System.nanoTime();
    try (Connection database = DriverManager.getConnection(
        stage.database(), stage.endpoints().databaseUser(), stage.endpoints().databasePassword())) {
      new LibraryRows(database).fill(world, done -> terminal.progress("Filling the library", done, (int) world.images()));
    } catch (SQLException e) {
      throw new IOException("The library cannot be filled", e);
    }
    terminal.done();
    rate("rows of the library copied", "/s", world.images(), start, 0);
    return List.of(lines.getLast());
  }

  private void awaitIndexed() throws IOException, InterruptedException {
    long ready = 0;
    long moved = System.nanoTime();
    while (ready < world.images()) {
      Thread.sleep(200);
      long now = index.ready();
      if (now != ready) moved = System.nanoTime();
      if (System.nanoTime() - moved > STUCK.toNanos()) {
        throw new IOException("Only " + now + " of " + world.images() + " documents are indexed, see " + stage.home().log("search"));
      }
      ready = now;
      terminal.progress("Indexing", (int) ready, (int) world.images());
    }
    terminal.done();
  }

  /** Unlike the time on the wall it does not depend on what else the machine had to do. */
  private void processor(Duration before) {
    double seconds = stage.processorTime().minus(before).toMillis() / 1000.0;
    lines.add(String.format(
        Locale.ROOT, "%-44s %8.2f ms a document  (%.1f s)", "  processor time of both", seconds * 1000 / world.images(), seconds));
    terminal.line(lines.getLast());
  }

  private void rate(String what, String unit, long count, long start, int goal) {
    double seconds = (System.nanoTime() - start) / 1e9;
    lines.add(String.format(
        Locale.ROOT, "%-44s %8.0f %s  (%d in %.1f s)%s", what, count / seconds, unit, count, seconds, goal == 0 ? "" : "  [" + goal + " /s]"));
    terminal.line(lines.getLast());
  }
}
