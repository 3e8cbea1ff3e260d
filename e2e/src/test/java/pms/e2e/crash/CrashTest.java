package pms.e2e.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import pms.e2e.suite.Running;
import pms.e2e.suite.Suite;
import pms.platform.Port;

/** C1: processes die without warning in the middle of an import, and nothing is lost or doubled. */
@Order(Integer.MAX_VALUE)
class CrashTest {
  private static final int PICTURES = 200;
  private final Suite suite = Suite.get();

  @BeforeEach
  void onlyWhatWeStartedIsKilled() {
    assumeTrue(suite.isOurs(), "a suite that runs outside is not killed");
  }

  @Test
  void an_import_outlives_processing_metadata_and_kafka() throws Exception {
    Import pictures = new Import(suite, suite.user("crash"), PICTURES, 1_000);
    CompletableFuture<Void> uploads = pictures.begin();

    pictures.awaitAcknowledged(25);
    Running processing = suite.process(Port.PROCESSING);
    processing.kill();
    pictures.awaitAcknowledged(60);
    processing.start();

    pictures.awaitAcknowledged(85);
    Running metadata = suite.process(Port.METADATA);
    metadata.kill();
    pictures.awaitAcknowledged(115);
    metadata.start().awaitReady();

    suite.process(Port.KAFKA).kill();
    pictures.awaitAcknowledged(160);
    suite.process(Port.KAFKA).start().awaitReady();
    processing.awaitReady();

    uploads.get(3, TimeUnit.MINUTES);
    pictures.isComplete();
  }

  /** Search stays away until all is uploaded, and catches up. */
  @Test
  void an_import_that_tries_again_outlives_upload_gateway_sharing_and_search() throws Exception {
    Import pictures = new Import(suite, suite.user("crash"), PICTURES / 2, 4_000).tryingAgain();
    CompletableFuture<Void> uploads = pictures.begin();
    int acknowledged = 0;
    for (Port port : List.of(Port.UPLOAD, Port.GATEWAY, Port.SHARING)) {
      pictures.awaitAcknowledged(acknowledged += 20);
      suite.process(port).kill();
      suite.process(port).start().awaitReady();
    }
    pictures.awaitAcknowledged(acknowledged + 10);
    suite.process(Port.SEARCH).kill();
    uploads.get(5, TimeUnit.MINUTES);
    suite.process(Port.SEARCH).start().awaitReady();
    pictures.isComplete();
  }
}
