package pms.kit.store;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The bucket with originals and renditions, over S3. Everything streams: a put of unknown length goes up in parts of
 * {@value #PART_BYTES} bytes, which is also the most that one transfer holds in memory.
 *
 * <p>Every method throws {@link StoreFailure} when the store cannot be reached or refuses.
 */
@ApplicationScoped
public class ObjectStore {

  private static final long PART_BYTES = 8 << 20;

  private final MinioClient client;
  private final String bucket;

  public ObjectStore(StoreConfig config) {
    this.bucket = config.bucket();
    this.client =
        MinioClient.builder()
            .endpoint(config.url().toString())
            .credentials(config.accessKey(), config.secretKey())
            .build();
    long millis = config.timeout().toMillis();
    client.setTimeout(millis, millis, millis);
  }

  /**
   * Stores all that the stream gives; an exception from the stream aborts the transfer and leaves no object.
   *
   * @param bytes length if known, else −1
   */
  public void put(String key, InputStream in, long bytes, String type) {
    call("put " + key, () -> {
      PutObjectArgs.Builder put = PutObjectArgs.builder().bucket(bucket).object(key).contentType(type);
      return client.putObject(put.stream(in, bytes, PART_BYTES).build());
    });
  }

  /** Stores a file. */
  public void put(String key, Path file, String type) {
    try (InputStream in = Files.newInputStream(file)) {
      put(key, in, Files.size(file), type);
    } catch (IOException e) {
      throw new StoreFailure("put " + key, e);
    }
  }

  /** @throws ObjectMissing when there is no such object */
  public InputStream get(String key) {
    return call("get " + key, () -> client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build()));
  }

  /**
   * Part of an object.
   *
   * @param offset of the first byte
   * @param length number of bytes
   * @throws ObjectMissing when there is no such object
   */
  public InputStream get(String key, long offset, long length) {
    return call("get " + key, () ->
        client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).offset(offset).length(length).build()));
  }

  /** Copies an object into a file. @throws ObjectMissing when there is no such object */
  public void download(String key, Path file) {
    try (InputStream in = get(key)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreFailure("download " + key, e);
    }
  }

  public Optional<ObjectStat> stat(String key) {
    try {
      StatObjectResponse stat =
          call("stat " + key, () -> client.statObject(StatObjectArgs.builder().bucket(bucket).object(key).build()));
      String etag = stat.etag() == null ? "" : stat.etag().replace("\"", "");
      return Optional.of(
          new ObjectStat(key, stat.size(), etag, stat.contentType(), stat.lastModified().toInstant()));
    } catch (ObjectMissing missing) {
      return Optional.empty();
    }
  }

  /** Deletes an object; one that is not there is already deleted. */
  public void delete(String key) {
    call("delete " + key, () -> {
      client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
      return null;
    });
  }

  /** Deletes every object whose key starts so. */
  public void deleteAll(String prefix) {
    list(prefix).map(ObjectStat::key).forEach(this::delete);
  }

  /** All objects whose keys start so, in the order of their keys, fetched a thousand at a time; type is null. */
  public Stream<ObjectStat> list(String prefix) {
    ListObjectsArgs these = ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
    Iterator<Result<Item>> items = client.listObjects(these).iterator();
    Iterator<ObjectStat> stats = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return call("list " + prefix, items::hasNext);
      }

      @Override
      public ObjectStat next() {
        return call("list " + prefix, () -> stat(items.next().get()));
      }
    };
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(stats, Spliterator.ORDERED), false);
  }

  private static ObjectStat stat(Item item) {
    String etag = item.etag() == null ? "" : item.etag().replace("\"", "");
    return new ObjectStat(item.objectName(), item.size(), etag, null, item.lastModified().toInstant());
  }

  /** Whether the bucket is there and we may ask. */
  public boolean reachable() {
    return call("look for bucket", () -> client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()));
  }

  private interface StoreCall<T> {
    T run() throws MinioException, IOException;
  }

  private static <T> T call(String what, StoreCall<T> call) {
    try {
      return call.run();
    } catch (ErrorResponseException e) {
      String code = e.errorResponse().code();
      if ("NoSuchKey".equals(code) || "NoSuchObject".equals(code)) {
        throw new ObjectMissing(what, e);
      }
      throw new StoreFailure(what + ": " + code, e);
    } catch (MinioException | IOException e) {
      throw new StoreFailure(what, e);
    } catch (IllegalStateException e) {
      // So the client wraps a connection that is refused or breaks off.
      throw e.getCause() instanceof IOException ? new StoreFailure(what, e) : e;
    }
  }
}
