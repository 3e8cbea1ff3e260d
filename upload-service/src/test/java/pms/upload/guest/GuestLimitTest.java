package pms.upload.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.upload.quota.Quota;

class GuestLimitTest {

  private static final UUID LINK = UUID.randomUUID();
  private static final GuestPermit PERMIT = new GuestPermit(LINK, UUID.randomUUID(), "alice", null);

  /** Files of 100 bytes, three of a link, 250 bytes of a link. */
  private static final GuestConfig CONFIG = new GuestConfig() {
    @Override
    public MemorySize largest() {
      return new MemorySize(BigInteger.valueOf(100));
    }

    @Override
    public int mostWaiting() {
      return 3;
    }

    @Override
    public MemorySize mostBytesWaiting() {
      return new MemorySize(BigInteger.valueOf(250));
    }

    @Override
    public Duration kept() {
      return Duration.ofDays(30);
    }
  };

  @Test
  void a_file_may_be_as_large_as_any_guests() {
    GuestLimit limit = limit(List.of(), 1000);
    limit.check(100);
    assertThatThrownBy(() -> limit.check(101)).hasMessageContaining("100");
  }

  @Test
  void a_link_takes_so_many_and_so_much() {
    assertThat(limit(List.of(new GuestPicture.Load(LINK, 2, 200)), 1000).room()).isEqualTo(50);
    assertThatThrownBy(() -> limit(List.of(new GuestPicture.Load(LINK, 3, 3)), 1000).check(0)).hasMessageContaining("room");
  }

  @Test
  void what_waits_by_all_links_has_to_fit_into_the_quota() {
    List<GuestPicture.Load> loads = List.of(new GuestPicture.Load(LINK, 1, 10), new GuestPicture.Load(UUID.randomUUID(), 9, 900));
    assertThat(limit(loads, 1000).room()).isEqualTo(90);
  }

  private static GuestLimit limit(List<GuestPicture.Load> loads, long quota) {
    return GuestLimit.of(CONFIG, PERMIT, loads, new Quota(0, quota, 0));
  }
}
