package pms.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;
import pms.search.testing.EventLog;
import pms.search.testing.Events.Facts;
import pms.search.testing.Library;

/** How far from what is written a word may be, and in which order what it finds comes. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class WordsTest {

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
  void what_is_written_comes_first_then_its_forms_then_what_begins_so_then_typing_errors() {
    library.picture("mistyped.jpg", Facts.titled("Bridhe"));
    library.picture("begun.jpg", Facts.titled("Bridgehead"));
    library.picture("form.jpg", Facts.titled("Bridges bridges bridges"));
    for (int i = 0; i < 5; i++) {
      library.picture("written.jpg", Facts.none().description("far away, in a long and winding text, there is a bridge"));
    }
    library.waitFor("is:ready", 8);
    assertThat(library.names("bridge"))
        .containsExactly(
            "written.jpg", "written.jpg", "written.jpg", "written.jpg", "written.jpg", "form.jpg", "begun.jpg", "mistyped.jpg");
  }

  @Test
  void a_mistyped_word_finds_what_was_meant() {
    library.picture("bridge.jpg", Facts.titled("The golden bridge"));
    library.waitFor("is:ready", 1);
    for (String q : new String[] {"brigde", "brdge", "bridgee", "goldne brigde", "GOLDEN BRÍGDE", "brigde tag:x OR bridgw"}) {
      assertThat(library.names(q)).as(q).containsExactly("bridge.jpg");
    }
    assertThat(library.names("xridge")).isEmpty();
    assertThat(library.names("\"golden brigde\"")).isEmpty();
  }

  /** In any order but that of how well they match, hits by a typing error would stand among the others. */
  @Test
  void in_another_order_typing_errors_are_only_forgiven_when_nothing_is_right() {
    library.picture("poach.jpg", Facts.titled("Poach").taken("2022-01-01T00:00:00"));
    library.picture("peach.jpg", Facts.titled("Peach").taken("2021-01-01T00:00:00"));
    library.waitFor("has:date", 2);
    assertThat(library.names("peach", "sort", "relevance")).containsExactly("peach.jpg", "poach.jpg");
    assertThat(library.names("peach", "sort", "takenAt")).containsExactly("peach.jpg");
    assertThat(library.names("paech", "sort", "takenAt")).containsExactly("peach.jpg");
    String next = library.search("pxach", "sort", "takenAt", "limit", 1).getString("next");
    assertThat(library.names("pxach", "sort", "takenAt", "limit", 1, "after", next)).containsExactly("peach.jpg");
  }

  @Test
  void a_number_of_a_file_is_no_slip_for_another() {
    library.picture("IMG_2041.jpg", Facts.none());
    library.picture("IMG_2042.jpg", Facts.none());
    library.waitFor("is:ready", 2);
    assertThat(library.names("2041")).containsExactly("IMG_2041.jpg");
    assertThat(library.names("IMG_2042.jpg")).containsExactly("IMG_2042.jpg");
  }

  /** As they are one tag for metadata-service; what is shown stays as it is. */
  @Test
  void letters_fold_in_greek_too_and_what_nobody_sees_does_not_count() {
    library.picture(
        "a.jpg",
        Facts.titled("Ὀδυσσεύς auto\u00adbahn за\u0301мок ọjọ\u0301").tags("auditgr καφές", "x ẞ", "y\u2060z").at("Αθήνα, Ελλάδα"));
    library.waitFor("is:ready", 1);
    for (String q :
        List.of(
            "tag:\"auditgr καφες\"", "tag:\"AUDITGR ΚΑΦΈΣ\"", "\"auditgr καφες\"", "\"οδυσσευς\"", "\"ΟΔΥΣΣΈΥΣ\"", "place:αθηνα",
            "αθην", "tag:\"X SS\"", "tag:\"x ß\"", "tag:yz", "tag:\"y\u200bz\"", "\"autobahn\"", "\"замок\"", "\"ojo\"")) {
      assertThat(library.names(q)).as(q).containsExactly("a.jpg");
    }
    assertThat(library.search("").getList("items[0].tags")).containsExactly("auditgr καφές", "x ẞ", "y\u2060z");
  }

  @Test
  void what_is_refused_is_refused_as_it_is_written() {
    library.picture("cat.jpg", Facts.titled("cat"));
    library.picture("carpet.jpg", Facts.titled("carpet"));
    library.picture("car.jpg", Facts.titled("red car"));
    library.waitFor("is:ready", 3);
    assertThat(library.names("-car")).containsExactlyInAnyOrder("cat.jpg", "carpet.jpg");
    assertThat(library.names("-cars")).containsExactlyInAnyOrder("cat.jpg", "carpet.jpg");
  }

  @Test
  void only_the_last_word_is_taken_for_a_beginning() {
    library.picture("a.jpg", Facts.titled("carpet market"));
    library.waitFor("is:ready", 1);
    assertThat(library.names("carpet mark")).containsExactly("a.jpg");
    assertThat(library.names("carp market")).isEmpty();
    assertThat(library.names("market carp is:ready")).containsExactly("a.jpg");
  }

  @Test
  void archived_pictures_are_found_and_can_be_told_apart() {
    library.picture("old.jpg", Facts.titled("same").archived());
    library.picture("new.jpg", Facts.titled("same"));
    library.waitFor("is:ready", 2);
    assertThat(library.names("same")).hasSize(2);
    assertThat(library.names("is:archived")).containsExactly("old.jpg");
    assertThat(library.search("is:archived").getBoolean("items[0].archived")).isTrue();
    assertThat(library.names("-is:archived")).containsExactly("new.jpg");
  }

  @Test
  void a_place_with_only_a_name_is_a_place() {
    library.picture("rome.jpg", Facts.none().at("Rome, Italy").automaticTags("summer").tags("summer"));
    library.waitFor("is:ready", 1);
    assertThat(library.names("place:rome")).containsExactly("rome.jpg");
    assertThat(library.names("italy has:place -has:location tag:summer")).containsExactly("rome.jpg");
    assertThat(library.search("rome").getList("facets.place.value")).containsExactly("Rome, Italy");
    assertThat(library.search("rome").getList("items[0].automaticTags")).containsExactly("summer");
  }
}
