package pms.sharing.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;

class ImageTest {

  private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Image image = Image.of("alice", ID);

  @Test
  void it_goes_to_the_trash_and_comes_back() {
    assertThat(image.follow(new ImageTrashed(ID, "alice", 1, NOW))).isTrue();
    assertThat(image.isLive()).isFalse();
    assertThat(image.isThere()).isTrue();
    assertThat(image.follow(new ImageRestored(ID, "alice", 2, NOW))).isTrue();
    assertThat(image.isLive()).isTrue();
  }

  @Test
  void an_older_event_that_comes_late_changes_nothing() {
    image.follow(new ImageRestored(ID, "alice", 2, NOW));
    assertThat(image.follow(new ImageTrashed(ID, "alice", 1, NOW))).isFalse();
    assertThat(image.follow(new ImageTrashed(ID, "alice", 2, NOW))).isFalse();
    assertThat(image.isLive()).isTrue();
  }

  @Test
  void what_is_purged_stays_purged() {
    image.follow(new ImagePurged(ID, "alice", 3, NOW));
    assertThat(image.follow(new ImageRestored(ID, "alice", 4, NOW))).isFalse();
    assertThat(image.isThere()).isFalse();
  }
}
