package pms.e2e.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pms.e2e.demo.Terminal;
import pms.e2e.sample.PhonePictures;
import pms.platform.Home;
import pms.platform.install.Installation;
import pms.platform.install.Libvips;

/**
 * Our engine with its worker processes and sharp side by side, taking turns on the same pictures with as many at a time; then
 * what the running service weighs with the largest pictures in work.
 */
final class EngineBench implements Bench.Measurement {
  private static final int ROUNDS = 3;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final String NOTHING = "";

  /** Of sharp; which is its best depends on the pictures. */
  private static final Map<String, String> WAYS = ways();

  private final Path work = Home.development().folder().resolve("bench");

  @Override
  public List<String> run(Session session) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>(speed(session.options().subject(), session.terminal()));
    lines.addAll(new BigPictures(work, session.terminal()).run(session.user()));
    return lines;
  }

  private List<String> speed(Optional<String> given, Terminal terminal) throws IOException, InterruptedException {
    Path profiled = PhonePictures.profiled(work.resolve("phones"), (done, all) -> terminal.progress("Painting pictures", done, all));
    Path plain = PhonePictures.plain(work.resolve("plain"), (done, all) -> terminal.progress("Painting pictures", done, all));
    Sharp sharp = new Sharp(work.resolve("sharp-of-npm"));
    Optional<String> missing = sharp.fetch();
    List<String> lines = new ArrayList<>(List.of(NOTHING, String.format(
        "{1440 px JPEG q80 4:2:0, 250 px WebP q80 effort 1, thumbhash}, %d at a time, medians of %d rounds that take turns", THREADS, ROUNDS)));
    try (Contestant ours = new Contestant(work, ours());
        Contestant theirs = missing.isPresent() ? null : new Contestant(work, sharp.command(THREADS, work))) {
      lines.addAll(compare("phone pictures with profiles", profiled, ours, theirs, terminal));
      lines.addAll(compare("the same without profiles", plain, ours, theirs, terminal));
      if (given.isPresent()) {
        lines.addAll(compare(given.get(), copies(Path.of(given.get())), ours, theirs, terminal));
      }
    }
    missing.ifPresent(reason -> lines.add("No figures of sharp: " + reason + "."));
    terminal.done();
    return lines;
  }

  private List<String> compare(String what, Path folder, Contestant ours, Contestant theirs, Terminal terminal)
      throws IOException, InterruptedException {
    Home.delete(work.resolve("ours"));
    Home.delete(work.resolve("sharp"));
    EngineTable table = new EngineTable(what, folder);
    List<String> leftOut = List.of();
    // Nobody is measured cold.
    for (int round = -1; round < ROUNDS; round++) {
      terminal.progress("Rendering " + what, round + 1, ROUNDS + 1);
      Contestant.Round own = ours.round(folder.toString());
      if (round >= 0) table.add(ours.name() + " in worker processes", own);
      if (theirs == null) continue;
      for (Map.Entry<String, String> way : WAYS.entrySet()) {
        Contestant.Round other = theirs.round(way.getKey() + " " + folder);
        if (round >= 0) table.add(theirs.name() + ", " + way.getValue(), other);
      }
      if (round < 0) leftOut = leaveOut(folder);
    }
    terminal.done();
    List<String> lines = new ArrayList<>(table.rows());
    if (!leftOut.isEmpty()) {
      lines.add("  left out, since not both can render it: " + String.join(", ", leftOut));
    }
    if (theirs != null) {
      theirs.round("pixels " + work.resolve("ours"));
      theirs.round("pixels " + work.resolve("sharp"));
      lines.addAll(new Likeness(work.resolve("ours"), work.resolve("sharp")).rows());
    }
    return lines;
  }

  /** Of our copies those that one of the two cannot render: who refuses a picture has no work with it. */
  private List<String> leaveOut(Path folder) throws IOException {
    if (!folder.equals(given())) return List.of();
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        boolean both = Stream.of("ours", "sharp").allMatch(side -> Files.exists(work.resolve(side).resolve(name).resolve("hash.txt")));
        if (both) continue;
        names.add(name);
        Files.delete(file);
      }
    }
    return names;
  }

  private Path given() {
    return work.resolve("given");
  }

  /** A folder of the caller's, copied to where workers may read. */
  private Path copies(Path given) throws IOException {
    Path copies = given();
    Home.delete(copies);
    Files.createDirectories(copies);
    try (Stream<Path> files = Files.walk(given)) {
      int number = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(jpe?g|png|webp|tiff?|gif|avif)")) continue;
        Files.copy(file, copies.resolve(String.format("%04d-%s", number++, name.replace(' ', '-'))));
      }
    }
    return copies;
  }

  private List<String> ours() throws IOException {
    Home home = Home.development();
    Path application = home.root().resolve("processing-service/target/quarkus-app");
    List<String> classPath = new ArrayList<>();
    try (Stream<Path> jars = Files.list(application.resolve("app"))) {
      jars.map(Path::toString).forEach(classPath::add);
    }
    classPath.add(application.resolve("lib/main") + "/*");
    classPath.add(application.resolve("lib/boot") + "/*");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp",
        String.join(File.pathSeparator, classPath), "pms.processing.bench.EngineRun", "" + THREADS, work.toString()));
    new Libvips(new Installation(home)).here().ifPresent(library -> command.add(library.toString()));
    return command;
  }

  private static Map<String, String> ways() {
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("separate", "each output from the file");
    ways.put("clone", "clone()");
    ways.put("usual", "clone(), its own settings");
    ways.put("chain", "one decode, chained by hand");
    return ways;
  }
}
