package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;

class BulkRequestTest {

  private static final String ID = "019b0000-0000-7000-8000-000000000001";

  @Test
  void a_list_names_each_image_once() {
    BulkRequest request = parse("{'ids':['" + ID + "','" + ID.toUpperCase() + "'],'change':{'favourite':true}}");
    assertThat(request.ids()).containsExactly(UUID.fromString(ID));
    assertThat(request.query()).isNull();
  }

  @Test
  void a_change_may_say_anything_a_patch_may_say_of_many() {
    BulkChange change =
        BulkChange.parse(parse("{'query':'paris','change':{'tags':{'add':['a','A'],'remove':['b']},'category':null,'rating':5,'archived':true}}").change());
    assertThat(change.add()).containsExactly("a");
    assertThat(change.remove()).containsExactly("b");
    assertThat(change.edits().category()).isEqualTo(new Edited<>(null));
    assertThat(change.edits().rating()).isEqualTo(new Edited<>(5));
    assertThat(change.edits().favourite()).isNull();
  }

  @Test
  void what_other_services_do_stands_alone() {
    assertThat(RemoteChange.parse(parse("{'query':'x','change':{'trash':false}}").change()).trash()).isFalse();
    assertThat(RemoteChange.parse(parse("{'query':'x','change':{'edits':{'operations':[],'note':'n'}}}").change()).edits().get("note").asText())
        .isEqualTo("n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|body", "{'ids':1,'ids':2}|body",
        "{}|ids", "{'change':{'rating':1}}|ids", "{'ids':[],'change':{'rating':1}}|ids", "{'ids':'x','change':{'rating':1}}|ids",
        "{'ids':['x'],'query':'y','change':{'rating':1}}|ids", "{'ids':['x'],'change':{'rating':1}}|ids[0]", "{'ids':[7],'change':{'rating':1}}|ids[0]",
        "{'query':'','change':{'rating':1}}|query", "{'query':7,'change':{'rating':1}}|query", "{'query':null,'change':{'rating':1}}|query",
        "{'query':'x'}|change", "{'query':'x','change':[]}|change", "{'query':'x','change':{}}|change.tags",
        "{'query':'x','change':{'rating':6}}|change.rating", "{'query':'x','change':{'tags':['a']}}|change.tags",
        "{'query':'x','change':{'tags':{'add':'a'}}}|change.tags.add", "{'query':'x','change':{'tags':{'add':['']}}}|change.tags.add[0]",
        "{'query':'x','change':{'tags':{'set':[]}}}|change.tags.set", "{'query':'x','change':{'category':'a//b'}}|change.category",
        "{'query':'x','change':{'title':'t'}}|change.title", "{'query':'x','change':{'owner':'o'}}|change.owner",
        "{'query':'x','change':{'trash':'yes'}}|change.trash", "{'query':'x','change':{'trash':true,'rating':1}}|change.trash",
        "{'query':'x','change':{'trash':true,'edits':{'operations':[]}}}|change.trash", "{'query':'x','change':{'edits':[]}}|change.edits",
        "{'query':'x','change':{'edits':{}}}|change.edits.operations", "{'query':'x','change':{'edits':{'operations':[],'author':'x'}}}|change.edits.author",
        "{'query':'x','change':{'favourite':1}}|change.favourite",
        "{'query':'x','change':{'rating':1},'owner':'x'}|owner",
      })
  void what_breaks_a_rule_is_named(String body, String field) { // A5, R3
    Problem problem = catchThrowableOfType(Problem.class, () -> parse(body));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).extracting(FieldError::field).contains(field);
  }

  @Test
  void there_may_be_ten_thousand_ids_and_no_more() {
    assertThat(parse(of(10_000)).ids()).hasSize(10_000);
    Problem problem = catchThrowableOfType(Problem.class, () -> parse(of(10_001)));
    assertThat(problem.errors()).containsExactly(new FieldError("ids", "must be a list of 1 to 10000 ids"));
  }

  @Test
  void a_thousand_bad_ids_are_named_in_part() {
    String bad = Stream.generate(() -> "'x'").limit(1000).collect(Collectors.joining(","));
    Problem problem = catchThrowableOfType(Problem.class, () -> parse("{'ids':[" + bad + "],'change':{'rating':1}}"));
    assertThat(problem.errors()).hasSize(20);
  }

  @Test
  void deep_nesting_is_not_followed() { // R3
    Problem problem = catchThrowableOfType(Problem.class, () -> parse("{'change':" + "[".repeat(100_000)));
    assertThat(problem.errors()).extracting(FieldError::field).isEqualTo(List.of("body"));
  }

  private static String of(int count) {
    String ids = Stream.generate(() -> "'" + UUID.randomUUID() + "'").limit(count).collect(Collectors.joining(","));
    return "{'ids':[" + ids + "],'change':{'rating':1}}";
  }

  private static BulkRequest parse(String json) {
    return BulkRequest.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
