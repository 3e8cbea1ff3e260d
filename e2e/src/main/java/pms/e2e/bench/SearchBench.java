package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pms.e2e.bench.library.World;
import pms.e2e.client.Addresses;
import pms.e2e.client.PmsClient;
import pms.e2e.client.Tokens;

/**
 * {@code ./pms bench search [--images 100000] [--seed 42] [--requests 200] [--rebuild] [--keep]}: how fast a large library is searched and
 * listed through the gateway, beside the same questions to Elasticsearch itself and beside a library of a thousand pictures. With
 * {@code --keep} everything stays and the next run with it measures the same library again.
 */
final class SearchBench implements Bench.Measurement {
  private static final int IMAGES = 100_000;
  private static final int SEED = 42;
  private static final int REQUESTS = 200;

  @Override
  public List<String> run(Session session) throws IOException, InterruptedException {
    Stage stage = new Stage(session.endpoints());
    boolean keep = session.options().has("keep");
    Thread interrupted = new Thread(() -> leave(stage, session, keep));
    Runtime.getRuntime().addShutdownHook(interrupted);
    stage.endOthers();
    try {
      return measure(stage, session, keep);
    } finally {
      leave(stage, session, keep);
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  private static List<String> measure(Stage stage, Session session, boolean keep) throws IOException, InterruptedException {
    int images = session.options().number("images", IMAGES);
    int seed = session.options().number("seed", SEED);
    Optional<Kept> kept = Kept.load(stage.home()).filter(found -> keep && found.isOf(images, seed));
    if (kept.isEmpty()) {
      stage.drop();
      session.users().removeLeftovers(Bench.ACCOUNT + "-");
      stage.create();
    }
    Kept accounts = kept.isPresent() ? kept.get() : new Kept(images, seed, account(session), account(session));
    PmsClient large = client(stage, session, accounts.large());
    PmsClient small = client(stage, session, accounts.small());
    World world = World.of(seed, images, large.tokens().subject(), small.tokens().subject());
    Index index = new Index(large.http(), session.endpoints().elasticsearch(), stage.names().indices());
    List<String> lines = new ArrayList<>(List.of("", images + " pictures of one owner, " + (world.images() - images) + " of others"));
    lines.addAll(open(stage, session, world, index, kept.isPresent()));
    if (keep) accounts.save(stage.home());
    SearchFigures search = new SearchFigures(stage, session, new Questions(world, session.options().number("requests", REQUESTS)), index);
    lines.addAll(search.measure(large));
    lines.addAll(new HostileFigures(world).measure(large));
    lines.addAll(new LibraryFigures(session, new Questions(world, session.options().number("requests", REQUESTS))).measure(large, small));
    return lines;
  }

  /** Starts everything, and fills it unless that was done before. */
  private static List<String> open(Stage stage, Session session, World world, Index index, boolean filled)
      throws IOException, InterruptedException {
    Filling filling = new Filling(stage, index, world, session.terminal());
    List<String> lines = new ArrayList<>();
    if (filled) stage.startSearch();
    else lines.addAll(filling.fill());
    if (session.options().has("rebuild")) lines.addAll(filling.rebuild(client(stage, session, "admin").patient()));
    stage.startLibrary();
    if (!filled) lines.addAll(filling.fillLibrary());
    session.terminal().line("The index comes to rest …");
    index.settle();
    JsonNode size = index.size();
    lines.add(String.format(
        Locale.ROOT, "%-44s %8.0f MiB, %d segments", "the index", size.path("store").path("size_in_bytes").asLong() / 1048576.0,
        size.path("segments").path("count").asInt()));
    return lines;
  }

  private static String account(Session session) throws IOException, InterruptedException {
    return session.users().make(Bench.ACCOUNT).tokens().user();
  }

  /** At the stage's gateway; accounts made here have their name for a password, as the development users do. */
  private static PmsClient client(Stage stage, Session session, String name) {
    Addresses addresses = stage.addresses();
    return new PmsClient(session.users().http(), addresses, new Tokens(session.users().http(), addresses, name, name));
  }

  private static synchronized void leave(Stage stage, Session session, boolean keep) {
    stage.close();
    if (keep) {
      session.users().keep();
    } else {
      stage.drop();
    }
  }
}
