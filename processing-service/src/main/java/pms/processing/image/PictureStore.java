package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pms.contracts.Rendition;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.processing.render.Rendered;

/** Takes originals out of the store and puts renditions into it: all at once, and served only after all are there. */
@ApplicationScoped
class PictureStore {

  private final ObjectStore store;

  PictureStore(ObjectStore store) {
    this.store = store;
  }

  /** Copies the original into the folder. */
  Path fetch(String objectKey, long bytes, Path folder) throws IOException {
    Path original = folder.resolve("original");
    store.download(objectKey, original);
    long got = Files.size(original);
    if (got != bytes) {
      throw new StoreFailure("got %d of %d bytes of %s".formatted(got, bytes, objectKey), null);
    }
    return original;
  }

  /** @param prefix of their keys; staged before */
  List<Stored> store(String prefix, Rendered rendered) throws IOException {
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Stored>> pending = new ArrayList<>();
      for (Rendered.File file : rendered.files()) {
        pending.add(together.submit(() -> store(prefix, file)));
      }
      List<Stored> stored = new ArrayList<>();
      for (Future<Stored> each : pending) {
        stored.add(each.get());
      }
      return stored;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping while renditions were stored", stopping);
    } catch (ExecutionException failed) {
      throw new StoreFailure("renditions to " + prefix, failed.getCause());
    }
  }

  private Stored store(String prefix, Rendered.File file) throws IOException {
    String key = prefix + file.size() + "." + file.extension();
    store.put(key, file.path(), file.format());
    Rendition rendition =
        new Rendition(file.size(), file.format(), file.width(), file.height(), Files.size(file.path()), key);
    return new Stored(rendition, checksum(file.path()));
  }

  private static String checksum(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
