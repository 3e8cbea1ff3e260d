package pms.platform.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Packs the classes of {@code pms.platform.analysis} as the plugin folder Elasticsearch wants. */
public final class AnalysisPluginJar {

  private static final String PACKAGE = "pms/platform/analysis/";
  private AnalysisPluginJar() {}

  /** Changes when the plugin does, so that another version of it never runs in an old installation. */
  public static String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : classFiles()) {
        digest.update(bytes(name));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void into(Path folder, String version) throws IOException {
    Files.createDirectories(folder);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(folder.resolve("pms-analysis.jar")))) {
      for (String name : classFiles()) {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes(name));
        out.closeEntry();
      }
    }
    Files.writeString(folder.resolve("plugin-descriptor.properties"), descriptor(version));
  }

  /** From the jar or the classes folder this class itself came from. */
  private static List<String> classFiles() {
    Path origin = Path.of(URI.create(AnalysisPluginJar.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try {
      return Files.isDirectory(origin) ? inFolder(origin.resolve(PACKAGE)) : inJar(origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> PACKAGE + file.getFileName()).filter(name -> name.endsWith(".class")).sorted().toList();
    }
  }

  private static List<String> inJar(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class"))
          .sorted()
          .toList();
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream stream = AnalysisPluginJar.class.getClassLoader().getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String descriptor(String version) {
    return """
        name=pms-analysis
        description=The analysis parts and the root answer that the archive for integration tests leaves out
        version=%1$s
        elasticsearch.version=%1$s
        java.version=25
        classname=pms.platform.analysis.AnalysisPlugin
        """
        .formatted(version);
  }
}
