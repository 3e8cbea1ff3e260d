package pms.processing.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;
import pms.processing.render.Dimensions;

/** A5, R3: recipes are read strictly, and a complaint names the operation and the field. */
class RecipeReaderTest {

  private static final RecipeReader READER = new RecipeReader(new Dimensions(1000, 800), 4_000_000);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "[{'op':'crop','x':-1,'y':0,'width':10,'height':10}]                    | operations[0].x",
    "[{'op':'crop','x':1000,'y':0,'width':10,'height':10}]                  | operations[0].x",
    "[{'op':'crop','x':0,'y':800,'width':10,'height':10}]                   | operations[0].y",
    "[{'op':'crop','x':991,'y':0,'width':10,'height':10}]                   | operations[0].width",
    "[{'op':'crop','x':0,'y':0,'width':0,'height':10}]                      | operations[0].width",
    "[{'op':'crop','x':0,'y':1,'width':10,'height':800}]                    | operations[0].height",
    "[{'op':'crop','x':0,'y':0,'width':10}]                                 | operations[0].height",
    "[{'op':'crop','x':0.5,'y':0,'width':10,'height':10}]                   | operations[0].x",
    "[{'op':'crop','x':'0','y':0,'width':10,'height':10}]                   | operations[0].x",
    "[{'op':'crop','x':1e400,'y':0,'width':10,'height':10}]                 | operations[0].x",
    "[{'op':'crop','x':99999999999999999999,'y':0,'width':10,'height':10}]  | operations[0].x",
    "[{'op':'crop','x':0,'y':0,'width':2147483647,'height':10}]             | operations[0].width",
    "[{'op':'crop','x':0,'y':0,'width':10,'height':10,'z':1}]               | operations[0].z",
    "[{'op':'rotate','degrees':90},{'op':'crop','x':800,'y':0,'width':1,'height':1}] | operations[1].x",
    "[{'op':'resize','width':100},{'op':'crop','x':0,'y':0,'width':100,'height':81}] | operations[1].height",
    "[{'op':'rotate'}]                                                      | operations[0].degrees",
    "[{'op':'rotate','degrees':361}]                                        | operations[0].degrees",
    "[{'op':'rotate','degrees':-1e9}]                                       | operations[0].degrees",
    "[{'op':'rotate','degrees':'90'}]                                       | operations[0].degrees",
    "[{'op':'rotate','degrees':null}]                                       | operations[0].degrees",
    "[{'op':'flip'}]                                                        | operations[0].axis",
    "[{'op':'flip','axis':'diagonal'}]                                      | operations[0].axis",
    "[{'op':'flip','axis':'HORIZONTAL'}]                                    | operations[0].axis",
    "[{'op':'resize'}]                                                      | operations[0].width",
    "[{'op':'resize','width':0}]                                            | operations[0].width",
    "[{'op':'resize','height':16384}]                                       | operations[0].height",
    "[{'op':'resize','width':10,'height':10,'fit':'stretch'}]               | operations[0].fit",
    "[{'op':'adjust'}]                                                      | operations[0].brightness",
    "[{'op':'adjust','brightness':101}]                                     | operations[0].brightness",
    "[{'op':'adjust','contrast':-101}]                                      | operations[0].contrast",
    "[{'op':'adjust','saturation':0.5}]                                     | operations[0].saturation",
    "[{'op':'adjust','hue':5}]                                              | operations[0].hue",
    "[{'op':'sharpen'}]                                                     | operations[0].op",
    "[{'op':5}]                                                             | operations[0].op",
    "[{'degrees':90}]                                                       | operations[0].op",
    "[{'op':'resize','width':4000,'height':4000,'fit':'contain'}]           | operations[0].op",
    "[5]                                                                    | operations[0]",
    "{}                                                                     | operations",
    "5                                                                      | operations",
    "null                                                                   | operations"
  })
  void a_complaint_names_the_operation_and_the_field(String operations, String field) {
    assertThatThrownBy(() -> read(operations))
        .isInstanceOfSatisfying(Problem.class, problem -> {
          assertThat(problem.status()).isEqualTo(400);
          assertThat(problem.errors().getFirst().field()).isEqualTo(field);
        });
  }

  @Test
  void there_are_at_most_fifty() {
    assertThat(read(flips(50)).operations()).hasSize(50);
    assertThatThrownBy(() -> read(flips(51))).isInstanceOf(Problem.class).hasMessageContaining("operations: are at most 50");
  }

  private static String flips(int count) {
    return IntStream.range(0, count).mapToObj(_ -> "{'op':'flip','axis':'vertical'}").collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "[]                                                     | []",
    "[{'op':'crop','x':0,'y':0,'width':1000,'height':800}]  | [{'op':'crop','x':0,'y':0,'width':1000,'height':800}]",
    "[{'height':1,'width':1,'y':799,'x':999,'op':'crop'}]   | [{'op':'crop','x':999,'y':799,'width':1,'height':1}]",
    "[{'op':'rotate','degrees':90.0}]                       | [{'op':'rotate','degrees':90}]",
    "[{'op':'rotate','degrees':-7.25}]                      | [{'op':'rotate','degrees':-7.25}]",
    "[{'op':'flip','axis':'horizontal'}]                    | [{'op':'flip','axis':'horizontal'}]",
    "[{'op':'resize','width':500}]                          | [{'op':'resize','width':500,'height':400,'fit':'inside'}]",
    "[{'op':'resize','height':80,'width':null}]             | [{'op':'resize','width':100,'height':80,'fit':'inside'}]",
    "[{'op':'resize','width':50,'height':50,'fit':'cover'}] | [{'op':'resize','width':50,'height':50,'fit':'cover'}]",
    "[{'op':'adjust','contrast':-100}]                      | [{'op':'adjust','brightness':0,'contrast':-100,'saturation':0}]"
  })
  void a_recipe_has_one_spelling_and_survives_being_stored(String given, String stored) {
    Recipe recipe = read(given);
    assertThat(recipe.json().toString()).isEqualTo(stored.replace('\'', '"'));
    assertThat(RecipeReader.stored(recipe.json().toString())).isEqualTo(recipe);
  }

  @Test
  void each_operation_counts_in_what_the_ones_before_left() {
    Recipe recipe = read("[{'op':'rotate','degrees':270},{'op':'crop','x':0,'y':900,'width':800,'height':100},"
        + "{'op':'resize','width':400},{'op':'crop','x':399,'y':49,'width':1,'height':1}]");
    assertThat(recipe.operations()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "5", "{\"operations\":[]} x", "{\"operations\":[],\"operations\":[]}"})
  void what_is_no_object_of_json_is_refused(String body) {
    assertThatThrownBy(() -> RecipeReader.body(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("body"));
    assertThatThrownBy(() -> RecipeReader.body(null)).isInstanceOf(Problem.class);
  }

  @Test
  void nesting_beyond_reason_is_refused_without_a_crash() {
    byte[] deep = ("{\"operations\":" + "[".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RecipeReader.body(deep)).isInstanceOf(Problem.class);
  }

  private static Recipe read(String operations) {
    JsonNode list = RecipeReader.body(("{\"o\":" + operations.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8)).get("o");
    return READER.read(list);
  }
}
