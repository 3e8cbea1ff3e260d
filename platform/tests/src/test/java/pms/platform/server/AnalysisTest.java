package pms.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pms.platform.Endpoints;
import pms.platform.Http;
import pms.platform.test.TestPlatform;

/** Every analysis part of our plugin, asked inside the real Elasticsearch with the official distribution's settings. */
class AnalysisTest {

  private static Endpoints endpoints;

  @BeforeAll
  static void find() {
    endpoints = TestPlatform.find().endpoints();
  }

  @Test
  void the_english_analyzer_drops_stop_words_and_stems() throws IOException {
    assertThat(analyze("'analyzer':'english'", "The Running Foxes")).containsExactly("run", "fox");
  }

  @Test
  void accents_fold_to_plain_letters() throws IOException {
    assertThat(filter("'asciifolding'", "Café Île")).containsExactly("Cafe", "Ile");
    assertThat(filter("{'type':'asciifolding','preserve_original':true}", "café")).containsExactlyInAnyOrder("cafe", "café");
  }

  @Test
  void accents_fold_in_a_normalizer_too() throws IOException {
    assertThat(analyze("'filter':['lowercase','asciifolding','trim']", " Café ")).containsExactly("cafe");
  }

  @Test
  void signs_are_mapped_to_others_or_to_nothing_in_a_normalizer_too() throws IOException {
    String mapping = "'char_filter':[{'type':'mapping','mappings':['ς=>σ',' ph => f ','\\\\u00ad=>','\\\\u0301=>']}]";
    assertThat(analyze("'tokenizer':'whitespace'," + mapping, "λόγο\u0301ς pho\u00adto")).containsExactly("λόγοσ", "foto");
    assertThat(analyze("'filter':['lowercase']," + mapping, "Λόγος")).containsExactly("λόγοσ");
  }

  @Test
  void edge_ngrams_grow_from_the_front() throws IOException {
    assertThat(filter("{'type':'edge_ngram','min_gram':1,'max_gram':3}", "Paris")).containsExactly("P", "Pa", "Par");
    assertThat(filter("'edge_ngram'", "Paris")).containsExactly("P", "Pa");
  }

  @Test
  void ngrams_are_every_piece() throws IOException {
    assertThat(filter("{'type':'ngram','min_gram':2,'max_gram':3}", "abc")).containsExactly("ab", "abc", "bc");
  }

  @Test
  void stemmers_are_named_by_their_language() throws IOException {
    assertThat(filter("{'type':'stemmer','language':'english'}", "running")).containsExactly("run");
    assertThat(filter("{'type':'stemmer','name':'possessive_english'}", "dog's")).containsExactly("dog");
    assertThat(filter("{'type':'stemmer','language':'light_german'}", "häuser")).containsExactly("haus");
    assertThat(filter("{'type':'stemmer','language':'german'}", "häuser")).containsExactly("haus");
    assertThat(filter("'stemmer'", "running")).containsExactly("run");
    assertThat(filter("'porter_stem'", "running")).containsExactly("run");
    assertThat(filter("'kstem'", "foxes")).containsExactly("fox");
  }

  @Test
  void word_delimiters_split_camera_names() throws IOException {
    assertThat(filter("'word_delimiter_graph'", "PowerShot-G7")).containsExactly("Power", "Shot", "G", "7");
    assertThat(filter("{'type':'word_delimiter_graph','preserve_original':true,'split_on_numerics':false}", "EOS-R5"))
        .containsExactlyInAnyOrder("EOS-R5", "EOS", "R5");
    assertThat(filter("{'type':'word_delimiter_graph','protected_words':['Wi-Fi']}", "Wi-Fi")).containsExactly("Wi-Fi");
  }

  @Test
  void small_filters_do_what_their_names_say() throws IOException {
    assertThat(filter("'unique'", "a b a")).containsExactly("a", "b");
    assertThat(filter("'uppercase'", "abc")).containsExactly("ABC");
    assertThat(filter("'reverse'", "abc")).containsExactly("cba");
    assertThat(filter("{'type':'truncate','length':2}", "abc")).containsExactly("ab");
    assertThat(filter("{'type':'length','min':2}", "a bb")).containsExactly("bb");
    assertThat(analyze("'tokenizer':'keyword','filter':['trim']", " a b ")).containsExactly("a b");
  }

  @Test
  void tokenizers_cut_as_they_are_told() throws IOException {
    assertThat(analyze("'tokenizer':'keyword'", "a b")).containsExactly("a b");
    assertThat(analyze("'tokenizer':'whitespace'", "a-b c")).containsExactly("a-b", "c");
    assertThat(analyze("'tokenizer':'letter'", "a1b")).containsExactly("a", "b");
    assertThat(analyze("'tokenizer':{'type':'path_hierarchy'}", "/a/b")).containsExactly("/a", "/a/b");
    assertThat(analyze("'tokenizer':{'type':'path_hierarchy','delimiter':'.','reverse':true}", "a.b")).containsExactly("a.b", "b");
    assertThat(analyze("'tokenizer':{'type':'edge_ngram','min_gram':1,'max_gram':2,'token_chars':['letter']}", "ab c"))
        .containsExactly("a", "ab", "c");
    assertThat(analyze("'tokenizer':{'type':'ngram','min_gram':2,'max_gram':2}", "abc")).containsExactly("ab", "bc");
  }

  @Test
  void clients_can_ask_for_the_version_and_ping() throws IOException {
    JsonNode root = new ObjectMapper().readTree(Http.get(endpoints.elasticsearch() + "/").body());

    assertThat(root.path("version").path("number").asText()).startsWith("8.19.");
    assertThat(root.path("tagline").asText()).isEqualTo("You Know, for Search");
  }

  private static List<String> filter(String filter, String text) throws IOException {
    return analyze("'tokenizer':'whitespace','filter':[" + filter + "]", text);
  }

  private static List<String> analyze(String parts, String text) throws IOException {
    String question = "{" + parts.replace('\'', '"') + ",\"text\":\"" + text + "\"}";
    var answer = Http.post(endpoints.elasticsearch() + "/_analyze", question, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("tokens").valueStream().map(token -> token.path("token").asText()).toList();
  }
}
