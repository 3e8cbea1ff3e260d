package pms.upload.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.kit.problem.Problem;

class ReceivedStreamTest {

  private static final Pace ANY = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1), 0);

  @Test
  void it_counts_and_hashes_what_goes_through() throws IOException {
    ReceivedStream stream = new ReceivedStream(content("abc"), bytes -> {}, ANY);
    assertThat(stream.read()).isEqualTo('a');
    assertThat(stream.readAllBytes()).asString().isEqualTo("bc");
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(stream.count()).isEqualTo(3);
    assertThat(stream.failure()).isEmpty();
    assertThat(stream.sha256().hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void beyond_the_limit_it_stops_for_good_and_says_why() {
    Problem refusal = Problem.of(413, "too-large", "Too large", "more than two");
    ReceivedStream stream = new ReceivedStream(content("abc"), bytes -> refuse(bytes > 2, refusal), ANY);
    assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    assertThat(stream.failure()).containsSame(refusal);
  }

  @Test
  void a_cut_is_remembered_as_the_clients() {
    InputStream cut =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection closed");
          }
        };
    ReceivedStream stream = new ReceivedStream(cut, bytes -> {}, ANY);
    assertThatThrownBy(stream::readAllBytes).hasMessage("connection closed");
    assertThat(stream.failure()).get().extracting(Problem::status).isEqualTo(400);
  }

  @Test
  void a_transfer_that_takes_too_long_is_given_up() {
    ReceivedStream stream = new ReceivedStream(content("abc"), bytes -> {}, new Pace(Duration.ofNanos(-1), Duration.ZERO, 0));
    assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    assertThat(stream.failure()).get().extracting(Problem::status).isEqualTo(408);
  }

  @ParameterizedTest
  @CsvSource({"5, 0, true", "30, 0, true", "31, 9, false", "31, 10, true", "130, 999, false", "130, 1000, true", "601, 999999, false"})
  void after_its_start_a_transfer_must_keep_an_average(long seconds, long bytes, boolean allowed) {
    Pace pace = new Pace(Duration.ofMinutes(10), Duration.ofSeconds(30), 10);
    assertThat(pace.allows(Duration.ofSeconds(seconds), bytes)).isEqualTo(allowed);
  }

  private static void refuse(boolean condition, Problem problem) {
    if (condition) {
      throw problem;
    }
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes());
  }
}
