package pms.kit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ObjectStoreTest {

  /** Whoever asks is to hear that another try is worth it, not that there is a fault in us. */
  @TestFactory
  Stream<DynamicTest> a_store_that_is_away_is_said_to_be_away() throws IOException {
    ObjectStore store = new ObjectStore(new Nowhere(closedPort()));
    Map<String, ThrowingCallable> calls =
        Map.of(
            "put", () -> store.put("a", new ByteArrayInputStream(new byte[3]), 3, "image/png"),
            "get", () -> store.get("a"),
            "part", () -> store.get("a", 1, 2),
            "stat", () -> store.stat("a"),
            "delete", () -> store.delete("a"),
            "delete all", () -> store.deleteAll("a/"),
            "list", () -> store.list("a/").toList(),
            "reachable", store::reachable);
    return calls.entrySet().stream().map(call -> DynamicTest.dynamicTest(call.getKey(), () ->
        assertThatThrownBy(call.getValue()).isInstanceOf(StoreFailure.class)));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private record Nowhere(int port) implements StoreConfig {

    @Override
    public URI url() {
      return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String bucket() {
      return "pictures";
    }

    @Override
    public String accessKey() {
      return "key";
    }

    @Override
    public String secretKey() {
      return "secret";
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(5);
    }
  }
}
