package pms.upload.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreConfig;
import pms.upload.body.IncomingFile;
import pms.upload.body.Pace;
import pms.upload.body.ReceivedStream;

/** A store that reads some of what it is given and hangs up, as one does that is killed. */
class OriginalsTest {

  private static final int PART = 1 << 20;

  private ServerSocket dying;

  @BeforeEach
  void listen() throws IOException {
    dying = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> {
      while (!dying.isClosed()) {
        try (Socket caller = dying.accept()) {
          caller.getInputStream().readNBytes(1000);
        } catch (IOException closed) {
          return;
        }
      }
    });
  }

  @AfterEach
  void hangUp() throws IOException {
    dying.close();
  }

  @Test
  void a_store_that_dies_in_the_middle_is_not_the_senders_fault() {
    assertThatThrownBy(() -> store(20 * PART, 20 * PART)).isInstanceOfSatisfying(Problem.class, problem ->
        assertThat(problem.status()).isEqualTo(503));
  }

  @Test
  void a_body_shorter_than_promised_is() {
    assertThatThrownBy(() -> store(PART, PART + 1)).isInstanceOfSatisfying(Problem.class, problem ->
        assertThat(problem.status()).isEqualTo(400));
  }

  private void store(int sent, int promised) throws IOException {
    Sent file = new Sent(new ByteArrayInputStream(new byte[sent]), promised);
    ReceivedStream received =
        new ReceivedStream(file.content(), bytes -> {}, new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1), 0));
    new Originals(new ObjectStore(new Dying(dying.getLocalPort()))).store("original", "image/png", file, received, received);
  }

  private record Sent(InputStream content, long length) implements IncomingFile {

    @Override
    public long leastBytes() {
      return length;
    }

    @Override
    public Optional<String> fileName() {
      return Optional.empty();
    }

    @Override
    public Optional<Expected> expected() {
      return Optional.empty();
    }

    @Override
    public void end() {
      // The end of the content is the end of the request.
    }
  }

  private record Dying(int port) implements StoreConfig {

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
