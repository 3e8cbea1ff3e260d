package pms.kit.worker;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What the JVM of a worker has read and linked, in a file (an AOT cache), so that the next one starts sooner. A process that does
 * a task of our own and sees no stranger's file leaves it behind when it ends. It lies where no worker can write, in a folder of
 * this user alone, since who changes it decides what workers do before they are locked in.
 */
final class KeptClasses {

  private static final Logger LOG = Logger.getLogger(KeptClasses.class);
  private static final String FOLDER = "pms-worker-classes";
  private static final String ENDING = ".aot";
  private static final Duration TO_WRITE = Duration.ofMinutes(2);
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final WorkerJvm jvm;
  private final Path folder;
  private final boolean possible;
  private volatile boolean useless;

  KeptClasses(WorkerJvm jvm) {
    this.jvm = jvm;
    this.folder = jvm.folder().toAbsolutePath().resolveSibling(FOLDER);
    // The JVM keeps nothing of classes that lie in folders, as they do while somebody works on them.
    this.possible = jars().allMatch(Files::isRegularFile);
  }

  /** Whether a rehearsal would be of use. */
  boolean areMissing() {
    return possible && !useless && !Files.exists(file());
  }

  /** For the next start. */
  List<String> options() {
    try {
      Path file = possible && !useless ? file() : null;
      boolean good = file != null && Files.isRegularFile(file) && isOurs(folder) && isOurs(file);
      return good ? List.of("-XX:AOTCache=" + file, "-Xlog:disable") : List.of();
    } catch (IOException | UnsupportedOperationException e) {
      giveUp(e);
      return List.of();
    }
  }

  /** From now on all is as if there were none. */
  void giveUp(Exception reason) {
    useless = true;
    LOG.warnf("workers start without kept classes: %s", reason.getMessage());
  }

  /** A process to rehearse in, which writes what it has read when it ends. */
  interface Rehearsal {
    /** @return whether it ended well within the time */
    boolean with(List<String> options, Duration limit) throws IOException;
  }

  void make(Rehearsal rehearsal) {
    long start = System.nanoTime();
    try {
      Path file = file();
      Path part = place().resolve(file.getFileName() + "." + ProcessHandle.current().pid());
      try {
        List<String> options = List.of("-XX:AOTCacheOutput=" + part, "-D" + Station.REHEARSAL + "=true", "-Xlog:disable");
        if (!rehearsal.with(options, TO_WRITE) || !Files.isRegularFile(part)) {
          throw new IOException("the rehearsal failed");
        }
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        deleteAllBut(file);
      } finally {
        Files.deleteIfExists(part);
      }
      LOG.infof("%d MiB of classes kept for the next workers, made in %d ms",
          Files.size(file) >> 20, (System.nanoTime() - start) / 1_000_000);
    } catch (IOException | RuntimeException e) {
      giveUp(e);
    }
  }

  private Path place() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN));
    }
    if (!isOurs(folder)) {
      throw new IOException(folder + " is somebody else's");
    }
    return folder;
  }

  /** Those of earlier builds in the same place. */
  private void deleteAllBut(Path file) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, prefix() + "-*" + ENDING)) {
      for (Path each : all) {
        if (!each.equals(file)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  private static boolean isOurs(Path path) throws IOException {
    boolean closed = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream().noneMatch(OTHERS_WRITE::contains);
    return closed && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Self.NAME);
  }

  /** The JVM sees that a file is of another build, and does without, but never writes it anew: so the build is in the name. */
  private Path file() {
    Stream<String> jvmAndJars = Stream.concat(
        Stream.of(System.getProperty("java.home"), System.getProperty("java.vm.version"), jvm.options().toString()),
        jars().map(KeptClasses::build));
    return folder.resolve(prefix() + "-" + digest(jvmAndJars) + ENDING);
  }

  private String prefix() {
    return jvm.main().substring(jvm.main().lastIndexOf('.') + 1) + "-" + digest(Stream.of(jvm.classPath()));
  }

  private static String digest(Stream<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String build(Path jar) {
    File file = jar.toFile();
    return jar + " " + file.length() + " " + file.lastModified();
  }

  private Stream<Path> jars() {
    return Stream.of(jvm.classPath().split(File.pathSeparator)).map(Path::of);
  }

  /** Whose files are those that this process makes: its user may have no name. */
  private static final class Self {

    static final UserPrincipal NAME = find();

    private static UserPrincipal find() {
      try {
        Path probe = Files.createTempFile("pms-worker-", null);
        try {
          return Files.getOwner(probe);
        } finally {
          Files.delete(probe);
        }
      } catch (IOException e) {
        throw new IllegalStateException("no temporary file can be made", e);
      }
    }
  }
}
