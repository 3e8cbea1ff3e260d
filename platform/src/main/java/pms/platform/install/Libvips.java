package pms.platform.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pms.platform.PlatformException;
import pms.platform.process.Commands;

/**
 * The library that pictures are rendered with, from the npm package that carries it whole. Its bytes are pinned; without npm
 * there is none, and the processing service does with Java alone.
 */
public final class Libvips {

  /** SHA-256 of the packages of this version. */
  private static final Map<String, String> PINNED = Map.of(
      "linux-x64", "e371cb713fc8822c96a0d3fb60a3d092799d0aefab6d7f1fb3b72d8d75f1d109",
      "linux-arm64", "495e6c63c797c6b080a9dbd827a8cc0790b77f8f7d5d82f1764dadfc5068a845",
      "darwin-arm64", "e8350e62344d027995ef46cdd97a5ea1c88bc54ab82ab8c3fcb0c076d839675f",
      "darwin-x64", "02a59a80669f04591bb050398e3fe2aa1a736624339e6aeafb9a7f33d3599b4f");

  private static final String FILE = "libvips-cpp.";

  private final Installation installation;
  private final String npm;

  public Libvips(Installation installation) {
    this(installation, "npm");
  }

  Libvips(Installation installation, String npm) {
    this.installation = installation;
    this.npm = npm;
  }

  /** Fetches it if it is not there yet; empty if it cannot be had. */
  public Optional<Path> fetch() {
    String machine = machine();
    if (here().isPresent() || !PINNED.containsKey(machine)) {
      return here();
    }
    try {
      installation.of(folder(), into -> unpack(pack(machine, into), machine, into));
    } catch (PlatformException | UncheckedIOException notToBeHad) {
      // Said once everything runs, see missing().
      return Optional.empty();
    }
    return here();
  }

  /** It, if it is here. */
  public Optional<Path> here() {
    Path folder = installation.home().servers().resolve(folder());
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(FILE)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to tell people where it is not. */
  public Optional<String> missing() {
    return here().isPresent()
        ? Optional.empty()
        : Optional.of("Pictures are rendered without libvips, by Java alone: slower, no WebP is written and no AVIF at all. With npm installed ./pms fetch brings it.");
  }

  private static String folder() {
    return "libvips-" + Versions.of("libvips");
  }

  private Path pack(String machine, Path folder) {
    List<String> command = List.of(
        npm, "pack", "--silent", "--fetch-retries=1", "--fetch-timeout=30000", "--pack-destination", folder.toString(),
        "@img/sharp-libvips-" + machine + "@" + Versions.of("libvips"));
    Commands.run(command, folder, settings());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tgz")).findFirst()
          .orElseThrow(() -> new PlatformException("npm pack gave no package"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How this machine reaches its registry. */
  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(System.getenv());
    settings.keySet().removeIf(name -> !name.matches("(?i)npm_config_.*|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS"));
    return settings;
  }

  private static void unpack(Path archive, String machine, Path folder) throws IOException {
    if (!sha256(archive).equals(PINNED.get(machine))) {
      throw new PlatformException(archive.getFileName() + " is not the package that is expected");
    }
    Archive.untarGz(archive, "package/lib/" + FILE, folder);
    Files.delete(archive);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String machine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64");
  }
}
