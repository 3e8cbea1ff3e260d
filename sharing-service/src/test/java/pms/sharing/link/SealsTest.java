package pms.sharing.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.kit.store.StoreConfig;

/** L12. */
class SealsTest {

  private static final UUID ID = UUID.fromString("019aa000-0000-7000-8000-000000000001");

  private final TurnedClock clock = new TurnedClock();
  private final Seals seals = new Seals(new Store("a secret of the store"), new Settings(), clock);
  private final OpenLink link = link(ID, "hash");

  @Test
  void a_seal_opens_what_it_was_made_for_until_its_time_is_over() {
    String address = seals.address(link, "picture/1/1/small");
    assertThat(seals.isAddress(link, "picture/1/1/small", address)).isTrue();
    clock.now = clock.now.plus(Duration.ofMinutes(29));
    assertThat(seals.isAddress(link, "picture/1/1/small", address)).isTrue();
    clock.now = clock.now.plus(Duration.ofMinutes(30));
    assertThat(seals.isAddress(link, "picture/1/1/small", address)).isFalse();
  }

  @Test
  void any_bit_that_is_changed_breaks_it() {
    String address = seals.address(link, "picture/1/1/small");
    for (int at = 0; at < address.length(); at++) {
      for (int bit = 0; bit < 7; bit++) {
        char[] changed = address.toCharArray();
        changed[at] ^= (char) (1 << bit);
        assertThat(seals.isAddress(link, "picture/1/1/small", new String(changed))).isFalse();
      }
    }
  }

  @Test
  void it_opens_no_other_picture_version_size_link_or_password() {
    String address = seals.address(link, "picture/1/1/small");
    assertThat(seals.isAddress(link, "other/1/1/small", address)).isFalse();
    assertThat(seals.isAddress(link, "picture/2/1/small", address)).isFalse();
    assertThat(seals.isAddress(link, "picture/1/1/large", address)).isFalse();
    assertThat(seals.isAddress(link(UUID.randomUUID(), "hash"), "picture/1/1/small", address)).isFalse();
    assertThat(seals.isAddress(link(ID, "another hash"), "picture/1/1/small", address)).isFalse();
    assertThat(seals.isPass(link, address)).isFalse();
  }

  @Test
  void another_key_or_nonsense_opens_nothing() {
    String pass = seals.pass(link);
    assertThat(seals.isPass(link, pass)).isTrue();
    assertThat(new Seals(new Store("another secret"), new Settings(), clock).isPass(link, pass)).isFalse();
    for (String nonsense : new String[] {null, "", ".", "1.2", "99999999999999999999.x", pass + "=", pass + " ", " " + pass, "x".repeat(10_000)}) {
      assertThat(seals.isPass(link, nonsense)).isFalse();
    }
  }

  @Test
  void an_address_stays_the_same_for_a_while_so_that_browsers_keep_the_picture() {
    String address = seals.address(link, "thing");
    clock.now = clock.now.plusSeconds(60);
    assertThat(seals.address(link, "thing")).isEqualTo(address);
  }

  private static OpenLink link(UUID id, String hash) {
    return new OpenLink(
        new LinkToken("t"), id, "owner", ID, null, "title", true, false, false, false, false, false, false, "maker", null, null, "",
        id + "/" + hash);
  }

  private record Store(String secretKey) implements StoreConfig {
    public URI url() {
      return URI.create("http://127.0.0.1");
    }

    public String bucket() {
      return "pms";
    }

    public String accessKey() {
      return "key";
    }

    public Duration timeout() {
      return Duration.ofSeconds(1);
    }
  }

  private static final class Settings implements LinkConfig {
    public URI publicUrl() {
      return URI.create("http://localhost:8080");
    }

    public Duration passFor() {
      return Duration.ofHours(1);
    }

    public Duration sealFor() {
      return Duration.ofMinutes(30);
    }

    public int tries() {
      return 20;
    }

    public int guestPictures() {
      return 500;
    }

    public Duration triesWindow() {
      return Duration.ofMinutes(15);
    }
  }

  private static final class TurnedClock extends Clock {
    Instant now = Instant.parse("2030-01-01T00:01:00Z");

    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    public Clock withZone(ZoneId zone) {
      return this;
    }

    public Instant instant() {
      return now;
    }
  }
}
