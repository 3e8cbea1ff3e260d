package pms.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pms.gateway.Client;
import pms.gateway.Gateway;
import pms.platform.test.TestUsers;

/** Check R6: without Redis the gateway counts alone; nobody within the limit is stopped, and nobody is let run wild. */
@QuarkusTest
@TestProfile(RedisAwayTest.RedisAway.class)
class RedisAwayTest {

  @TestHTTPResource URI base;

  public static class RedisAway extends Gateway {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("quarkus.redis.hosts", "redis://127.0.0.1:1");
      // So slow that a busy machine cannot refill the bucket as fast as the test empties it.
      overrides.put("pms.gateway.limits.user-per-second", "1");
      return overrides;
    }
  }

  @Test
  void requests_are_still_answered_and_still_counted() {
    Client client = new Client(base);
    String token = "Bearer " + TestUsers.create().token();
    long start = System.nanoTime();
    assertThat(client.get("/api/me", "Authorization", token).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    Map<Integer, Long> answers =
        IntStream.range(0, 600)
            .parallel()
            .mapToObj(i -> client.get("/api/me", "Authorization", token).statusCode())
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    assertThat(answers).containsOnlyKeys(200, 429);
    assertThat(answers.get(200)).isGreaterThanOrEqualTo(149);
  }
}
