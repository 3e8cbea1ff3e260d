package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;

/** G6 and X5 in short forms. Figures are printed for people to read; what is asserted does not depend on how fast anything is. */
@QuarkusTest
class RevocationTest extends PublicTest {

  private static final int READERS = 4;
  private static final int ROUNDS = 30;

  /** G6, A6: what is asked for after the revocation was answered is closed, however busy all are. */
  @Test
  void under_load_nothing_is_open_that_is_asked_for_after_the_revocation() throws Exception {
    UUID image = picture();
    UUID album = albumWith(image);
    for (int round = 0; round < 3; round++) {
      JsonPath link = link("album", album, "allowDownload", true);
      invite("alice", album, "user:bob", "viewer");
      List<String> routes = new ArrayList<>(routes(token(link), image));
      routes.add(api(token(link)) + "/zip");
      AtomicBoolean revoked = new AtomicBoolean();
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Integer>> all = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
          String route = routes.get((round * READERS + reader) % routes.size());
          all.add(readers.submit(() -> opened(revoked, over, () -> status(route) == 200)));
          all.add(readers.submit(() -> opened(revoked, over, () -> mayView("bob", image))));
        }
        as("alice").delete("/api/links/" + link.getString("id")).then().statusCode(204);
        as("alice").delete(members(album) + "/user:bob").then().statusCode(204);
        revoked.set(true);
        routes.forEach(route -> assertThat(status(route)).as(route).isEqualTo(404));
        over.set(true);
        for (Future<Integer> one : all) {
          assertThat(one.get()).isZero();
        }
      }
    }
  }

  /** X5: what is somebody else's and what never was; the medians are for a reader, noise is for the machine. */
  @Test
  void what_is_not_yours_looks_like_what_is_not_there() {
    UUID image = picture();
    UUID album = albumWith(image);
    String link = link("album", album).getString("id");
    for (String path : List.of("/api/albums/%s", "/api/albums/%s/items", "/api/albums/%s/zip", "/api/images/%s/comments", "/api/links/%s")) {
      Object foreign = path.contains("albums") ? album : path.contains("images") ? image : link;
      long[] theirs = new long[ROUNDS];
      long[] nobodys = new long[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        UUID never = Ids.next();
        String there = timed(theirs, i, path.formatted(foreign)).replace(foreign.toString(), "ID");
        String nowhere = timed(nobodys, i, path.formatted(never)).replace(never.toString(), "ID");
        assertThat(there).isEqualTo(nowhere);
      }
      System.out.printf("X5 %s: not yours %d µs, not there %d µs (medians of %d)%n", path, median(theirs), median(nobodys), ROUNDS);
    }
  }

  /** How many requests that began after the revocation were still answered. */
  private static int opened(AtomicBoolean revoked, AtomicBoolean over, java.util.concurrent.Callable<Boolean> ask) throws Exception {
    int opened = 0;
    while (!over.get()) {
      boolean late = revoked.get();
      opened += ask.call() && late ? 1 : 0;
    }
    return opened;
  }

  private static String timed(long[] took, int i, String path) {
    long start = System.nanoTime();
    var answer = as("bob").get(path);
    took[i] = (System.nanoTime() - start) / 1_000;
    assertThat(answer.statusCode()).isEqualTo(404);
    return answer.asString().replaceAll("\"trace[^,}]*", "");
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
