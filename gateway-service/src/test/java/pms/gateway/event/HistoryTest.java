package pms.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumNews;
import pms.contracts.ImagePurged;

class HistoryTest {

  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private final History history = new History("run", START.minusSeconds(300), 3, 2);

  @Test
  void who_comes_back_gets_exactly_what_came_after() {
    String first = add("alice", 0);
    String second = add("alice", 1);
    String third = add("alice", 2);
    assertThat(ids(after("alice", first))).containsExactly(second, third);
    assertThat(after("alice", first).gap()).isFalse();
    assertThat(after("alice", third).changes()).isEmpty();
    assertThat(after("alice", third).gap()).isFalse();
  }

  @Test
  void nobody_gets_what_is_anothers() {
    String first = add("alice", 0);
    add("bob", 1);
    assertThat(after("alice", first).changes()).isEmpty();
    assertThat(after("carol", first).changes()).isEmpty();
  }

  @Test
  void a_gap_is_said_when_changes_were_forgotten() {
    String first = add("alice", 0);
    String second = add("alice", 1);
    for (int i = 2; i < 5; i++) {
      add("alice", i);
    }
    assertThat(after("alice", first).gap()).isTrue();
    assertThat(after("alice", first).changes()).hasSize(3);
    assertThat(after("alice", second).gap()).isFalse();
  }

  @Test
  void a_gap_is_said_when_a_quiet_owner_was_forgotten() {
    String first = add("alice", 0);
    String last = add("alice", 1);
    add("bob", 2);
    String carols = add("carol", 3);
    assertThat(after("alice", first).gap()).isTrue();
    assertThat(after("alice", last).gap()).isFalse();
    assertThat(after("carol", carols).gap()).isFalse();
    add("alice", 4);
    assertThat(after("alice", first).gap()).isTrue();
  }

  @Test
  void an_id_of_another_gateway_is_told_what_came_about_that_time_or_later() {
    add("alice", 0);
    String second = add("alice", 100);
    String third = add("alice", 200);
    History.Missed missed = after("alice", new Position("other", 999, START.plusSeconds(150)).toString());
    assertThat(missed.gap()).isFalse();
    assertThat(ids(missed)).containsExactly(second, third);
  }

  @Test
  void an_id_from_before_our_time_says_there_may_be_a_gap() {
    add("alice", 0);
    History.Missed missed = after("alice", new Position("other", 1, START.minusSeconds(301)).toString());
    assertThat(missed.gap()).isTrue();
    assertThat(missed.changes()).hasSize(1);
    assertThat(after("nobody", new Position("other", 1, START.minusSeconds(301)).toString()).gap()).isTrue();
    assertThat(after("nobody", new Position("other", 1, START).toString()).gap()).isFalse();
  }

  @Test
  void when_it_is_not_known_what_passed_everybody_has_a_gap() {
    String first = add("alice", 0);
    history.lost(START.plusSeconds(1));
    assertThat(after("alice", first).gap()).isTrue();
    assertThat(after("alice", new Position("other", 1, START).toString()).gap()).isTrue();
    String next = add("alice", 2);
    assertThat(after("alice", next).gap()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "x", "run-1", "run-99-1", "run--1-1", "RUN-1-1", "run-1-1\n", "run-9999999999999999999999-1"})
  void an_id_that_we_never_gave_is_a_gap(String id) {
    add("alice", 0);
    assertThat(after("alice", id).gap()).isTrue();
  }

  @Test
  void ids_say_what_they_said() {
    Position position = new Position("abc", 12, START);
    assertThat(Position.of(position.toString())).contains(position);
  }

  /** D7. */
  @Test
  void who_was_put_out_of_an_album_finds_nothing_of_it_when_they_come_back() {
    UUID album = UUID.randomUUID();
    String before = add("bob", 0);
    history.add(album(album, 1, List.of("user:alice", "user:bob"), null));
    String own = add("bob", 2);
    history.add(album(album, 3, List.of("user:alice"), new AlbumNews("changed", List.of(), List.of("user:bob"), List.of())));
    history.add(album(album, 4, List.of("user:alice"), new AlbumNews("pictures-changed", List.of(), List.of(), List.of(UUID.randomUUID()))));
    assertThat(after("bob", before).changes()).extracting(entry -> entry.change().type()).containsExactly("ImagePurged", "AlbumLost");
    assertThat(ids(after("bob", before))).startsWith(own);
    assertThat(after("alice", before).changes()).hasSize(3);
    assertThat(history.after(Set.of("user:bob", "user:alice"), before).changes()).extracting(entry -> entry.change().type())
        .containsExactly("AlbumChanged", "ImagePurged", "AlbumChanged", "AlbumChanged");
  }

  private static Change album(UUID id, int second, List<String> viewers, AlbumNews news) {
    return Change.of(new AlbumChanged(id, "alice", second, "a", null, null, 0, viewers, START, news), START.plusSeconds(second));
  }

  private History.Missed after(String user, String lastId) {
    return history.after(Set.of("user:" + user), lastId);
  }

  private String add(String owner, int second) {
    ImagePurged event = new ImagePurged(UUID.randomUUID(), owner, 1, START);
    return history.add(Change.of(event, START.plusSeconds(second))).position().toString();
  }

  private static List<String> ids(History.Missed missed) {
    return missed.changes().stream().map(entry -> entry.position().toString()).toList();
  }
}
