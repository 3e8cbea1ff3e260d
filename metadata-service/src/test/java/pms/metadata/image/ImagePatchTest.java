package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.TakenAt;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.metadata.atlas.TimeZones;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Place;

class ImagePatchTest {

  private static final TakenAt NOON = new TakenAt(LocalDateTime.parse("2020-06-01T12:00"), "+02:00", Instant.parse("2020-06-01T10:00:00Z"), "exif");
  private static final Facts FACTS =
      new Facts(3, 2, 1, NOON, null, null, new Place(48.0, 2.0, 35.0, "Paris"), "File's title", "File's text", List.of("file"), 3, List.of());
  private static final Words FROM_FILE = Words.of(FACTS, List.of(), Edits.NONE);

  @Test
  void what_nobody_touched_stays_the_files() {
    assertThat(after("{}")).isEqualTo(FROM_FILE);
  }

  @Test
  void a_persons_word_counts_more_than_the_files() {
    Words words = after("{'title':'Mine','rating':5,'favourite':true,'tags':[' a ','A','b'],'category':' Travel / France '}");
    assertThat(words.title()).isEqualTo("Mine");
    assertThat(words.rating()).isEqualTo(5);
    assertThat(words.favourite()).isTrue();
    assertThat(words.tags()).containsExactly("a", "b");
    assertThat(words.category()).isEqualTo("Travel/France");
    assertThat(words.description()).isEqualTo("File's text");
  }

  @Test
  void null_takes_away_what_the_file_says_and_stays_so_when_it_is_read_again() {
    Edits edits = edits("{'title':null,'tags':null,'rating':null,'takenAt':null,'location':null,'favourite':null}");
    Words words = Words.of(FACTS, List.of(), edits);
    assertThat(words.title()).isNull();
    assertThat(words.tags()).isEmpty();
    assertThat(words.rating()).isNull();
    assertThat(words.takenAt()).isNull();
    assertThat(words.location()).isNull();
    assertThat(words.favourite()).isFalse();
  }

  @Test
  void edits_survive_the_way_through_the_database() {
    Edits edits = edits("{'title':null,'tags':['a'],'takenAt':{'local':'1999-12-31T23:59:59.5'},'location':{'place':'Lyon'},'rating':0}");
    Json.OfEdits json = new Json.OfEdits();
    assertThat(json.convertToEntityAttribute(json.convertToDatabaseColumn(edits))).isEqualTo(edits);
  }

  @Test
  void later_edits_win_over_earlier_ones_field_by_field() {
    Edits both = edits("{'title':'new'}").over(edits("{'title':'old','rating':1}"));
    assertThat(Words.of(FACTS, List.of(), both)).extracting(Words::title, Words::rating).containsExactly("new", 1);
  }

  @Test
  void parts_of_a_time_and_a_place_may_be_changed_alone() {
    assertThat(after("{'takenAt':{'offset':'+01:00'}}").takenAt())
        .isEqualTo(new TakenAt(NOON.local(), "+01:00", Instant.parse("2020-06-01T11:00:00Z"), "person"));
    assertThat(after("{'takenAt':{'local':'2020-06-01T13:00','offset':null}}").takenAt())
        .isEqualTo(new TakenAt(LocalDateTime.parse("2020-06-01T13:00"), null, null, "person"));
    assertThat(after("{'location':{'place':'Orly'}}").location()).isEqualTo(new Place(48.0, 2.0, 35.0, "Orly"));
    assertThat(after("{'location':{'latitude':1,'longitude':-1.5,'altitude':null}}").location())
        .isEqualTo(new Place(1.0, -1.5, null, "Paris"));
    assertThat(after("{'location':{'latitude':null,'longitude':null,'place':null}}").location()).isNull();
  }

  @Test
  void another_time_has_the_offset_of_its_place_and_season() {
    assumeTrue(TimeZones.isThere(), "skipped: built without the map of time zones");
    assertThat(after("{'takenAt':{'local':'2021-01-14T10:00:00'}}").takenAt())
        .isEqualTo(new TakenAt(LocalDateTime.parse("2021-01-14T10:00"), "+01:00", Instant.parse("2021-01-14T09:00:00Z"), "person"));
    assertThat(after("{'takenAt':{'local':'2021-01-14T10:00:00'},'location':{'latitude':28.6,'longitude':77.2}}").takenAt().offset())
        .isEqualTo("+05:30");
    assertThat(after("{'takenAt':{'local':'2021-01-14T10:00:00'},'location':null}").takenAt().offset()).isEqualTo("+02:00");
    assertThat(after("{'takenAt':{'local':'2020-06-01T12:00:00'},'location':{'latitude':28.6,'longitude':77.2}}").takenAt().offset())
        .isEqualTo("+02:00");
    Words unknown = Words.of(Facts.unknown(List.of()), List.of(), Edits.NONE);
    byte[] both = "{\"takenAt\":{\"local\":\"2021-07-14T10:00\"},\"location\":{\"latitude\":48,\"longitude\":2}}".getBytes();
    assertThat(ImagePatch.parse(both).over(unknown).takenAt().value().instant()).isEqualTo(Instant.parse("2021-07-14T08:00:00Z"));
  }

  @Test
  void blank_text_is_none() {
    assertThat(after("{'title':'  '}").title()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|body", "nonsense|body", "|body", "{'title':'a','title':'b'}|body", "{} {}|body",
        "{'owner':'x'}|owner", "{'state':'ready'}|state", "{'sha256':'0'}|sha256", "{'revision':1}|revision",
        "{'title':5}|title", "{'title':'a\\u0000b'}|title", "{'description':['x']}|description", "{'title':'\\ud800'}|title",
        "{'rating':6}|rating", "{'rating':-1}|rating", "{'rating':2.5}|rating", "{'rating':1e400}|rating", "{'rating':'3'}|rating",
        "{'favourite':'yes'}|favourite", "{'tags':'a'}|tags", "{'tags':['a',7]}|tags[1]", "{'tags':['']}|tags[0]", "{'tags':[null]}|tags[0]",
        "{'category':'a//b'}|category", "{'category':'a/b/c/d/e/f/g/h/i/j/k'}|category",
        "{'takenAt':'2020'}|takenAt", "{'takenAt':{'local':'2020'}}|takenAt.local", "{'takenAt':{'local':'2020-02-30T10:00:00'}}|takenAt.local",
        "{'takenAt':{'local':null}}|takenAt.local", "{'takenAt':{'offset':'+25:00'}}|takenAt.offset", "{'takenAt':{'instant':'2020-01-01T00:00:00Z'}}|takenAt.instant",
        "{'takenAt':{'local':'-0044-03-15T12:00:00'}}|takenAt.local",
        "{'location':{'latitude':91}}|location.latitude", "{'location':{'longitude':'2'}}|location.longitude",
        "{'location':{'longitude':null}}|location.longitude", "{'location':{'zip':1}}|location.zip", "{'location':7}|location",
      })
  void what_breaks_a_rule_is_named(String patch, String field) {
    Problem problem = catchThrowableOfType(Problem.class, () -> edits(patch == null ? "" : patch));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).extracting(FieldError::field).contains(field);
  }

  @Test
  void lengths_are_limited() {
    refused("{'title':'" + "x".repeat(501) + "'}", "title");
    refused("{'location':{'latitude':91,'longitude':2}}", "location.latitude");
    refused("{'tags':['" + "x".repeat(101) + "']}", "tags[0]");
    refused("{'tags':[" + "'a',".repeat(100) + "'b']}", "tags");
    assertThat(after("{'title':'" + "😀".repeat(500) + "'}").title()).hasSize(1000);
  }

  @Test
  void deep_nesting_is_not_followed() {
    refused("{'title':" + "[".repeat(100_000), "body");
  }

  private static void refused(String patch, String field) {
    Problem problem = catchThrowableOfType(Problem.class, () -> edits(patch));
    assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
  }

  private static Words after(String patch) {
    return Words.of(FACTS, List.of(), edits(patch));
  }

  private static Edits edits(String patch) {
    return ImagePatch.parse(patch.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).over(FROM_FILE);
  }
}
