package pms.kit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import pms.kit.problem.Problem;

/** A9, A10: a call between services is believed by its seal alone. */
class InternalCallsTest {

  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final byte[] BODY = "{\"owner\":\"alice\"}".getBytes(StandardCharsets.UTF_8);

  private final InternalCalls here = at(NOW, "secret");

  @Test
  void what_another_service_sealed_a_moment_ago_is_believed() {
    String seal = here.seal("matches", BODY);
    at(NOW.plusSeconds(59), "secret").require(seal, "matches", BODY);
    at(NOW.minusSeconds(30), "secret").require(seal, "matches", BODY);
    assertThat(here.seal("matches", null)).isEqualTo(here.seal("matches", new byte[0]));
  }

  @Test
  void another_call_another_body_another_secret_and_another_time_are_refused() {
    String seal = here.seal("matches", BODY);
    refused(here, seal, "trash", BODY);
    refused(here, seal, "matches", "{\"owner\":\"bob\"}".getBytes(StandardCharsets.UTF_8));
    refused(at(NOW, "other"), seal, "matches", BODY);
    refused(at(NOW.plus(Duration.ofMinutes(2)), "secret"), seal, "matches", BODY);
    refused(at(NOW.minus(Duration.ofMinutes(5)), "secret"), seal, "matches", BODY);
  }

  @Test
  void what_is_no_seal_is_refused() {
    String seal = here.seal("matches", BODY);
    String later = Long.parseLong(seal.substring(0, 10)) + 1 + seal.substring(10);
    for (String text : List.of("", ".", "x.y", seal + "A", " " + seal, seal.substring(1), later, "9".repeat(30) + ".a")) {
      refused(here, text, "matches", BODY);
    }
    refused(here, null, "matches", BODY);
  }

  private static void refused(InternalCalls calls, String seal, String call, byte[] body) {
    assertThatThrownBy(() -> calls.require(seal, call, body))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
  }

  private static InternalCalls at(Instant now, String secret) {
    return new InternalCalls(secret, Clock.fixed(now, ZoneOffset.UTC));
  }
}
