package pms.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** Stand-ins for upload, metadata and processing; a sharing that hangs up; a search that is not there at all. */
public class StandIns implements QuarkusTestResourceLifecycleManager {

  private List<StandIn> services = List.of();
  private ServerSocket rude;

  @Override
  public Map<String, String> start() {
    try {
      StandIn upload = new StandIn("upload");
      StandIn metadata = new StandIn("metadata");
      StandIn processing = new StandIn("processing");
      services = List.of(upload, metadata, processing);
      rude = StandIn.rude();
      return Map.of(
          "PMS_UPLOAD_URL", upload.address(),
          "PMS_METADATA_URL", metadata.address(),
          "PMS_PROCESSING_URL", processing.address(),
          "PMS_SHARING_URL", "http://127.0.0.1:" + rude.getLocalPort(),
          "PMS_SEARCH_URL", "http://127.0.0.1:" + closedPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    services.forEach(StandIn::stop);
    try {
      if (rude != null) {
        rude.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
