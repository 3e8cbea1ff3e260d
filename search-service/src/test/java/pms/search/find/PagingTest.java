package pms.search.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.PmsEvent;
import pms.platform.test.PmsPlatform;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Index;
import pms.search.testing.Library;

/** Pages of a search while the library changes, and the views of the index behind them. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class PagingTest {

  private EventLog log;
  private Library library;

  @BeforeEach
  void open() {
    log = new EventLog();
    library = new Library(log);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void pages_stay_as_they_were_while_pictures_come_and_change() {
    List<Events> images = pictures(20);
    JsonPath first = library.search("", "limit", 8, "sort", "name");
    assertThat(first.getList("items.fileName")).containsExactlyElementsOf(names(0, 8));

    library.picture("p-00-new.jpg", Facts.titled("new"));
    library.picture("p-11-new.jpg", Facts.titled("new"));
    log.tell(images.get(9).described(5, Facts.titled("changed").tags("new")));
    library.waitFor("new", 3);

    JsonPath second = library.search("", "limit", 8, "sort", "name", "after", first.getString("next"));
    assertThat(second.getList("items.fileName")).containsExactlyElementsOf(names(8, 16));
    assertThat(second.getString("items[1].title")).isEqualTo("changed");
    assertThat(second.getLong("total")).isEqualTo(22);
    JsonPath third = library.search("", "limit", 8, "sort", "name", "after", second.getString("next"));
    assertThat(third.getList("items.fileName")).containsExactlyElementsOf(names(16, 20));
    assertThat(third.getString("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jpg", "sort=name", "sort=uploaded", "sort=size", "sort=relevance"})
  void pages_have_no_gap_and_nothing_twice(String what) {
    Library many = manyPictures();
    String[] sort = what.startsWith("sort=") ? what.split("=") : new String[0];
    String q = sort.length == 0 ? what : "";
    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      Map<String, Object> parameters = new HashMap<>(Map.of("limit", 37));
      if (sort.length == 2) {
        parameters.put("sort", sort[1]);
      }
      if (after != null) {
        parameters.put("after", after);
      }
      Object[] pairs = parameters.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray();
      JsonPath page = many.search(q, pairs);
      assertThat(page.getLong("total")).isEqualTo(250);
      seen.addAll(page.getList("items.id"));
      after = page.getString("next");
    } while (after != null);
    assertThat(seen).hasSize(250);
    assertThat(new HashSet<>(seen)).hasSize(250);
  }

  /** A6 and A2: what was taken away since the search began is on no later page, and in no facet. */
  @Test
  void what_was_revoked_since_the_search_began_is_on_no_later_page() {
    Library bob = new Library(log);
    Album album = Album.of(library);
    List<Events> images = pictures(20);
    images.forEach(image -> log.tell(image.shared(1, List.of(album.id()))));
    log.tell(album.seenBy(1, "All", bob.subject()));
    bob.waitFor(20);
    JsonPath first = bob.search("", "limit", 8, "sort", "name");

    log.tell(images.get(9).shared(2, List.of()), images.get(10).trashed(1), images.get(11).purged(1));
    bob.waitFor(17);
    JsonPath second = bob.search("", "limit", 8, "sort", "name", "after", first.getString("next"));
    assertThat(second.getList("items.fileName"))
        .containsExactly(name(8), name(12), name(13), name(14), name(15));
    assertThat(second.getLong("total")).isEqualTo(17);
    assertThat(second.getList("facets.tags.value")).contains("tag-8").doesNotContain("tag-9", "tag-10", "tag-11");

    log.tell(album.seenBy(2, "All"));
    bob.waitFor(0);
    JsonPath third = bob.search("", "limit", 8, "sort", "name", "after", second.getString("next"));
    assertThat(third.getList("items")).isEmpty();
    assertThat(third.getLong("total")).isZero();
    assertThat(third.getList("facets.tags")).isEmpty();
    assertThat(third.getString("next")).isNull();
  }

  /** A4: a cursor of mine shows another caller only what is theirs. */
  @Test
  void a_cursor_gives_nobody_elses_eyes() {
    pictures(20);
    String next = library.search("", "limit", 8, "sort", "name").getString("next");
    Library thief = new Library(log);
    JsonPath stolen = thief.search("", "limit", 8, "sort", "name", "after", next);
    assertThat(stolen.getList("items")).isEmpty();
    assertThat(stolen.getLong("total")).isZero();
  }

  @Test
  void a_search_that_is_over_says_so() {
    pictures(20);
    String next = library.search("", "limit", 8, "sort", "name").getString("next");
    for (int i = 0; i < 8; i++) {
      library.search("", "limit", 8, "sort", "name");
    }
    // Closing the oldest is not waited for.
    await().atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                library
                    .ask("", "limit", 8, "sort", "name", "after", next)
                    .statusCode(410)
                    .body("detail", containsString("start again")));
  }

  @Test
  void a_search_with_one_page_leaves_nothing_open() {
    pictures(3);
    int before = Index.openViews();
    for (int i = 0; i < 30; i++) {
      library.search("picture");
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> Index.openViews() <= before);
    String next = library.search("", "limit", 2).getString("next");
    // Those of other tests may end at any time.
    assertThat(Index.openViews()).isBetween(1, before + 1);
    assertThat(library.search("", "limit", 2, "after", next).getString("next")).isNull();
    await().atMost(Duration.ofSeconds(60)).until(() -> Index.openViews() <= before);
  }

  private Library manyPictures() {
    Library many = new Library(log);
    List<PmsEvent> events = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      Events image = many.image();
      events.add(image.uploaded("picture-" + i % 10 + ".jpg"));
      // Many share their time, so that only the id tells them apart.
      events.add(image.described(Facts.titled("Picture").taken("2021-01-0" + (1 + i % 3) + "T12:00:00")));
    }
    log.tell(events);
    many.waitFor("has:title", 250);
    return many;
  }

  private List<Events> pictures(int count) {
    List<Events> images = new ArrayList<>();
    List<PmsEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Events image = library.image();
      images.add(image);
      events.add(image.uploaded(name(i)));
      events.add(image.described(Facts.titled("Picture").tags("tag-" + i)));
    }
    log.tell(events);
    library.waitFor("has:title", count);
    return images;
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(PagingTest::name).toList();
  }

  private static String name(int number) {
    return "p-%02d.jpg".formatted(number);
  }
}
