package pms.platform.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the servers, written into the jar by Maven from the parent pom. */
public final class Versions {

  private static final Properties ALL = load();

  private Versions() {}

  public static String of(String server) {
    String version = ALL.getProperty(server);
    if (version == null) {
      throw new IllegalArgumentException("no version known of " + server);
    }
    return version;
  }

  private static Properties load() {
    Properties all = new Properties();
    try (var stream = Versions.class.getResourceAsStream("/pms/platform/versions.properties")) {
      all.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
