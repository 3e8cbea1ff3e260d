package pms.processing.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pms.processing.ProcessingConfig;

/** R5: a caller pays for what is rendered. */
class RenderCostsTest {

  private final Hand hand = new Hand();
  private final RenderCosts costs = new RenderCosts(config(), hand);

  @Test
  void an_empty_purse_is_told_when_to_come_back() {
    pay("alice", 20);
    assertThatThrownBy(() -> pay("alice", 1)).isInstanceOf(TooManyRenders.class).hasMessageEndingWith("ask again in 1 s.");
    assertThatThrownBy(() -> pay("alice", 9)).isInstanceOf(TooManyRenders.class).hasMessageEndingWith("ask again in 5 s.");
    pay("bob", 20);
  }

  @Test
  void it_fills_up_with_time_and_no_further() {
    pay("alice", 20);
    hand.now = hand.now.plusSeconds(3);
    pay("alice", 6);
    assertThatThrownBy(() -> pay("alice", 1)).isInstanceOf(TooManyRenders.class);
    hand.now = hand.now.plusSeconds(3600);
    pay("alice", 20);
    assertThatThrownBy(() -> pay("alice", 1)).isInstanceOf(TooManyRenders.class);
  }

  @Test
  void what_is_refused_costs_nothing() {
    pay("alice", 15);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> pay("alice", 6)).isInstanceOf(TooManyRenders.class);
    }
    assertThatCode(() -> pay("alice", 5)).doesNotThrowAnyException();
  }

  @Test
  void more_than_a_purse_can_be_had_for_a_full_one() {
    pay("alice", 500);
    assertThatThrownBy(() -> pay("alice", 500)).isInstanceOf(TooManyRenders.class);
    hand.now = hand.now.plusSeconds(10);
    pay("alice", 500);
  }

  @Test
  void many_that_are_edited_together_leave_the_purse_for_what_is_seen_at_once() {
    costs.chargeTogether("alice", 190);
    assertThatThrownBy(() -> costs.chargeTogether("alice", 10)).isInstanceOf(TooManyRenders.class).hasMessageEndingWith("ask again in 1 s.");
    assertThatCode(() -> pay("alice", 20)).doesNotThrowAnyException();
    assertThatCode(() -> costs.chargeTogether("bob", 190)).doesNotThrowAnyException();
  }

  @Test
  void full_purses_are_forgotten() {
    for (int i = 0; i < 25_000; i++) {
      pay("caller" + i, 1);
      hand.now = hand.now.plusSeconds(1);
    }
    assertThat(costs.purses()).isLessThan(10_001);
  }

  private void pay(String caller, long price) {
    costs.charge(caller, price);
  }

  private static ProcessingConfig config() {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(
            Map.of("pms.processing.render-purse", "20", "pms.processing.render-income", "2"), "test", 1))
        .withMapping(ProcessingConfig.class)
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(ProcessingConfig.class);
  }

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
