package pms.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.index.SearchIndexes;
import pms.search.testing.EventLog;
import pms.search.testing.Events.Facts;
import pms.search.testing.Library;

/** A library that is large for the sample that is taken of it. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class ValuesTest {

  private static final int PICTURES = 240;

  @Inject ElasticsearchClient client;
  @Inject SearchIndexes indexes;
  @Inject Visibilities visibilities;

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
  void what_is_frequent_is_estimated_and_what_is_rare_is_counted() throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      library.picture("a.jpg", i == 7 ? Facts.none().tags("Beach", "beach ball", "bee") : Facts.none().tags("Beach"));
    }
    library.waitFor("is:ready", PICTURES);
    Values values = new Values(client, indexes, new Samples(20));
    List<Suggestion> found = suggested(values, "be");
    assertThat(found).extracting(Suggestion::value).containsExactlyInAnyOrder("Beach", "beach ball", "bee");
    Suggestion frequent = found.getFirst();
    assertThat(frequent.value()).isEqualTo("Beach");
    assertThat(frequent.estimated()).isTrue();
    assertThat(frequent.count()).isBetween(PICTURES / 3L, PICTURES * 3L);
    assertThat(found.subList(1, 3)).allSatisfy(rare -> {
      assertThat(rare.count()).isEqualTo(1);
      assertThat(rare.estimated()).isNull();
    });
    assertThat(suggested(values, "ball")).extracting(Suggestion::value).containsExactly("beach ball");
    assertThat(suggested(values, "x")).isEmpty();
  }

  private List<Suggestion> suggested(Values values, String typed) throws IOException {
    Viewer viewer = new Viewer(library.owner(), Set.of(library.subject()));
    Visibility visibility = visibilities.of(viewer, List.of());
    return values.of(new Beginning(typed), 10, visibility);
  }
}
