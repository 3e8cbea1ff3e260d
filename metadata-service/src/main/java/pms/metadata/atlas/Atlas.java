package pms.metadata.atlas;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;

/** Opens what the build made of public data (see src/atlas); where the build could not get it, it is missing. */
final class Atlas {

  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static <T> Optional<T> open(String name, Reader<T> reader) {
    try (InputStream resource = Atlas.class.getResourceAsStream(name)) {
      if (resource == null) {
        Logger.getLogger(Atlas.class).warnf("built without %s: coordinates do without it", name);
        return Optional.empty();
      }
      return Optional.of(reader.read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(resource), 64 << 10))));
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  private Atlas() {}
}
