package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.metadata.database.Sql;
import pms.metadata.history.Author;
import pms.metadata.tag.TagKey;
import pms.metadata.timeline.BucketKey;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;

/** What is counted on the way is what counting all images anew comes to (C7, D9). */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class CountersTest {

  private static final List<String> TAGS = List.of("Été", "ete", "river", "RIVER", "x");
  private static final List<String> TIMES = List.of("2021-07-03T10:00:00", "2021-07-04T10:00:00", "1999-12-31T23:00:00");

  @Inject ImageFolds folds;
  @Inject Images images;
  @Inject Sql sql;

  private static final String BUCKETS =
      "SELECT bucket, images, owner_id FROM timeline_bucket UNION ALL SELECT bucket || '-' || lpad(n::text, 2, '0'), d.images, owner_id"
          + " FROM timeline_bucket, unnest(days) WITH ORDINALITY AS d (images, n) WHERE d.images <> 0";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_order_and_repetition_of_events_and_edits_keeps_the_counters_true(long seed) {
    String owner = "seed-" + seed + "-" + UUID.randomUUID();
    Owner library = new Owner(new TestUser(owner, owner, owner), folds);
    Random random = new Random(seed);
    List<UUID> ids = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next());
    for (int step = 0; step < 60; step++) {
      happen(random, library, ids.get(random.nextInt(ids.size())));
      if (step % 20 == 19) {
        assertTrue(owner);
      }
    }
    ids.forEach(id -> library.purge(id, 1000));
    assertThat(sql.list("SELECT 1 FROM tag WHERE owner_id = ? UNION ALL SELECT 1 FROM image_tag WHERE owner_id = ?"
        + " UNION ALL SELECT 1 FROM timeline_bucket WHERE owner_id = ? UNION ALL SELECT 1 FROM edit_history WHERE owner_id = ?",
        row -> 1, owner, owner, owner, owner)).isEmpty();
  }

  @Test
  void two_who_edit_at_once_lose_no_count_and_never_wait_for_each_other_for_ever() throws Exception {
    Owner library = Owner.create(folds);
    UUID one = library.picture("2021-07-03T10:00:00");
    UUID two = library.picture("2021-07-03T11:00:00");
    try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> done = new ArrayList<>();
      done.add(pair.submit(editing(library, one, "{'tags':['a','b','c'],'category':'A/B'}", "{'tags':['c','x'],'category':null}")));
      done.add(pair.submit(editing(library, two, "{'tags':['c','b','a'],'category':'a/b'}", "{'tags':['x','b'],'archived':true,'category':'A'}")));
      for (Future<Integer> thread : done) {
        assertThat(thread.get()).isEqualTo(40);
      }
    }
    assertTrue(library.user().id());
    assertThat(library.tags()).containsExactly("b 1", "c 1", "x 2");
  }

  private static Callable<Integer> editing(Owner library, UUID id, String first, String second) {
    return () -> {
      int fine = 0;
      for (int i = 0; i < 40; i++) {
        fine += library.edit(id, i % 2 == 0 ? first : second).extract().statusCode() == 200 ? 1 : 0;
      }
      return fine;
    };
  }

  private void happen(Random random, Owner library, UUID id) {
    int revision = 1 + random.nextInt(12);
    switch (random.nextInt(8)) {
      case 0 -> library.arrive(id);
      case 1 -> library.found(id, some(random, TIMES), some(random, TAGS), some(random, TAGS));
      case 2 -> library.found(id, null);
      case 3 -> library.thumbnails(id, revision);
      case 4 -> library.trash(id, revision);
      case 5 -> library.restore(id, revision);
      case 6 -> edit(random, library, id);
      default -> {
        if (random.nextInt(6) == 0) {
          library.purge(id, revision);
        }
      }
    }
  }

  private void edit(Random random, Owner library, UUID id) {
    ImageKey key = new ImageKey(library.user().id(), id);
    boolean there = QuarkusTransaction.requiringNew().call(
        () -> Image.<Image>findByIdOptional(key).filter(image -> image.hasArrived() && !image.isPurged()).isPresent());
    if (there) {
      String patch =
          "{\"tags\":[\"%s\",\"%s\"],\"archived\":%s,\"category\":%s}".formatted(
              some(random, TAGS), some(random, TAGS), random.nextBoolean(), random.nextBoolean() ? "\"A/b\"" : "null");
      images.edit(key, new ExpectedRevision(null), ImagePatch.parse(patch.getBytes())::over, Author.of("me", "me"));
    }
  }

  private static String some(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Counts all images of the owner anew. */
  private void assertTrue(String owner) {
    Map<String, Long> tags = new TreeMap<>();
    Map<String, Long> buckets = new TreeMap<>();
    Map<String, Long> categories = new TreeMap<>();
    QuarkusTransaction.requiringNew().run(() -> Image.<Image>list("ownerId", owner).stream()
        .filter(image -> image.hasArrived() && !image.isPurged() && image.trashedAt == null)
        .forEach(image -> {
          TagKey.byKey(image.words().tags()).keySet().forEach(key -> tags.merge(key, 1L, Long::sum));
          if (image.categoryId != null) {
            categories.merge(image.words().category(), 1L, Long::sum);
          }
          if (!image.words().archived()) {
            String day = BucketKey.dayOf(image.words().takenAt() == null ? null : image.words().takenAt().local());
            buckets.merge(day, 1L, Long::sum);
            if (!day.equals("unknown")) {
              buckets.merge(day.substring(0, 7), 1L, Long::sum);
            }
          }
        }));
    assertThat(counts("SELECT key, images FROM tag WHERE owner_id = ? AND images <> 0", owner)).isEqualTo(tags);
    assertThat(counts("SELECT bucket, images FROM (" + BUCKETS + ") AS all_buckets WHERE owner_id = ?", owner)).isEqualTo(buckets);
    assertThat(counts("SELECT path, images FROM category WHERE owner_id = ? AND images <> 0", owner)).isEqualTo(categories);
    assertThat(counts("SELECT key, holders FROM tag WHERE owner_id = ?", owner))
        .isEqualTo(counts("SELECT key, count(*) FROM image_tag WHERE owner_id = ? GROUP BY key", owner));
  }

  private Map<String, Long> counts(String query, String owner) {
    Map<String, Long> counts = new TreeMap<>();
    sql.list(query, row -> counts.put(row.getString(1), row.getLong(2)), owner);
    return counts;
  }
}
