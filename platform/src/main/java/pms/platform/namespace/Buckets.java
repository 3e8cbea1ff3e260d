package pms.platform.namespace;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import pms.platform.Endpoints;
import pms.platform.PlatformException;

/** One bucket for everything. */
final class Buckets {

  /** Shared and never closed: closing one waits a second for its threads. */
  private static final OkHttpClient HTTP = new OkHttpClient();

  private final MinioClient client;

  Buckets(Endpoints endpoints) {
    this.client =
        MinioClient.builder()
            .endpoint(endpoints.s3())
            .credentials(endpoints.s3AccessKey(), endpoints.s3SecretKey())
            .region("us-east-1")
            .httpClient(HTTP)
            .build();
  }

  void create(Namespace names) {
    work(
        () -> {
          if (!client.bucketExists(BucketExistsArgs.builder().bucket(names.bucket()).build())) {
            client.makeBucket(MakeBucketArgs.builder().bucket(names.bucket()).build());
          }
        });
  }

  void drop(Namespace names) {
    work(
        () -> {
          if (!client.bucketExists(BucketExistsArgs.builder().bucket(names.bucket()).build())) {
            return;
          }
          var all = ListObjectsArgs.builder().bucket(names.bucket()).recursive(true).build();
          for (var found : client.listObjects(all)) {
            client.removeObject(
                RemoveObjectArgs.builder().bucket(names.bucket()).object(found.get().objectName()).build());
          }
          client.removeBucket(RemoveBucketArgs.builder().bucket(names.bucket()).build());
        });
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    work(
        () -> {
          for (var bucket : client.listBuckets()) {
            names.add(bucket.name());
          }
        });
    return names;
  }

  private static void work(Work work) {
    try {
      work.run();
    } catch (Exception e) {
      throw new PlatformException("S3: " + e.getMessage(), e);
    }
  }

  private interface Work {
    void run() throws Exception;
  }
}
