package pms.processing.transform;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectStore;
import pms.processing.image.Darkroom;
import pms.processing.image.Edition;
import pms.processing.image.Leftovers;
import pms.processing.image.Picture;
import pms.processing.image.StoredFile;
import pms.processing.render.Output;
import pms.processing.render.Rendered;

/** Renditions on demand: kept once made, and made once however many ask for the same at the same time. */
@ApplicationScoped
public class Transforms {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Darkroom darkroom;
  private final TransformRows rows;
  private final RenderCosts costs;
  private final Leftovers leftovers;
  private final ObjectStore store;
  private final MeterRegistry meters;
  private final Map<TransformKey, CompletableFuture<StoredFile>> running = new ConcurrentHashMap<>();

  Transforms(
      Darkroom darkroom, TransformRows rows, RenderCosts costs, Leftovers leftovers, ObjectStore store, MeterRegistry meters) {
    this.darkroom = darkroom;
    this.rows = rows;
    this.costs = costs;
    this.leftovers = leftovers;
    this.store = store;
    this.meters = meters;
  }

  /** @throws Problem 422 if the picture cannot be rendered so, 429 if the caller has had too much rendered lately */
  public StoredFile get(Picture picture, Edition edition, Output output, Caller caller) {
    TransformKey key = TransformKey.of(picture, edition, output);
    Optional<StoredFile> kept = rows.use(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (!running.containsKey(key)) {
      costs.charge(caller, edition.original(), output.size(edition.size()));
    }
    CompletableFuture<StoredFile> own = new CompletableFuture<>();
    CompletableFuture<StoredFile> other = running.putIfAbsent(key, own);
    return other == null ? lead(key, own, picture, edition, output, caller) : await(other);
  }

  private StoredFile lead(
      TransformKey key,
      CompletableFuture<StoredFile> own,
      Picture picture,
      Edition edition,
      Output output,
      Caller caller) {
    try {
      // Somebody may have come to the end between the look before and now.
      StoredFile file = rows.use(key).orElseGet(() -> make(key, picture, edition, output, caller));
      own.complete(file);
      return file;
    } catch (RuntimeException | Error failed) {
      own.completeExceptionally(failed);
      throw failed;
    } finally {
      running.remove(key, own);
    }
  }

  private static StoredFile await(CompletableFuture<StoredFile> other) {
    try {
      return other.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw switch (failed.getCause()) {
        case Problem problem -> problem;
        case TimeoutException _ -> new Darkroom.Busy();
        default -> failed;
      };
    }
  }

  private StoredFile make(TransformKey key, Picture picture, Edition edition, Output output, Caller caller) {
    String folder = Ids.next() + "/";
    String prefix = ObjectKeys.rendition(key.ownerId(), key.imageId(), key.version(), folder);
    leftovers.stage(key.ownerId(), prefix);
    Transform made = darkroom.develop(picture, edition.recipe(), output, file -> {
      long each = edition.original().pixels() + output.size(edition.size()).pixels();
      costs.owe(caller, (file.frames() - 1) * each);
      return store(key, prefix, file);
    });
    meters.counter("pms.processing.transforms").increment();
    try {
      return rows.add(picture, made);
    } catch (Problem purgedMeanwhile) {
      store.deleteAll(prefix);
      throw purgedMeanwhile;
    }
  }

  private Transform store(TransformKey key, String prefix, Rendered.File file) throws IOException {
    Transform made = new Transform();
    made.ownerId = key.ownerId();
    made.imageId = key.imageId();
    made.version = key.version();
    made.name = key.name();
    made.format = file.format();
    made.width = file.width();
    made.height = file.height();
    made.bytes = Files.size(file.path());
    made.checksum = checksum(file);
    made.objectKey = prefix + file.size() + "." + file.extension();
    store.put(made.objectKey, file.path(), file.format());
    return made;
  }

  private static String checksum(Rendered.File file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      try (var in = Files.newInputStream(file.path())) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
