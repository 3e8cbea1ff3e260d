package pms.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.json.JsonpUtils;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.search.access.Viewer;
import pms.search.access.Visibility;
import pms.search.album.AlbumTerm;
import pms.search.album.SeenAlbums;
import pms.search.query.QueryParser;

class TranslationTest {

  @Test
  void only_the_last_word_may_be_unfinished() {
    assertThat(translated("sea")).contains("match_bool_prefix");
    String two = translated("foo bar");
    assertThat(two).containsOnlyOnce("match_bool_prefix");
    assertThat(two.substring(two.indexOf("match_bool_prefix"))).contains("\"query\":\"bar\"").doesNotContain("\"query\":\"foo\"");
  }

  @ParameterizedTest
  @CsvSource({"-car", "sea -car", "-(car cat)", "-(-car)"})
  void what_is_not_wanted_is_meant_as_it_is_written(String q) {
    String car = translated(q).replaceAll(".*\"must_not\"", "");
    assertThat(car).contains("\"query\":\"car\"").doesNotContain("fuzziness").doesNotContain("match_bool_prefix");
  }

  @Test
  void typos_are_for_words_of_letters_and_not_too_many_of_them() {
    assertThat(translated("beach")).contains("\"fuzziness\":\"AUTO\"");
    assertThat(translated("img2041")).doesNotContain("fuzziness");
    assertThat(translated("\"golden gate\"")).doesNotContain("fuzziness");
    assertThat(translated(String.join(" ", Collections.nCopies(13, "word")))).doesNotContain("fuzziness");
    assertThat(translated(String.join(" ", Collections.nCopies(12, "word")))).contains("fuzziness");
  }

  @Test
  void what_may_speak_of_an_album_is_asked_of_the_albums() {
    assertThat(Translation.albumTerms(QueryParser.parse("sea \"golden gate\" album:x tag:y -dog cat")))
        .containsExactly(
            new AlbumTerm(AlbumTerm.Kind.WORD, "sea"),
            new AlbumTerm(AlbumTerm.Kind.PHRASE, "golden gate"),
            new AlbumTerm(AlbumTerm.Kind.NAME, "x"),
            new AlbumTerm(AlbumTerm.Kind.WORD, "dog"),
            new AlbumTerm(AlbumTerm.Kind.BEGINNING, "cat"));
  }

  @Test
  void a_word_that_is_an_albums_finds_what_is_in_it() {
    AlbumTerm term = new AlbumTerm(AlbumTerm.Kind.BEGINNING, "summer");
    SeenAlbums albums = new SeenAlbums(Set.of("a1", "a2"), Map.of(term, List.of("a1")), Map.of());
    String query = JsonpUtils.toString(Translation.of(QueryParser.parse("summer"), seeing(albums), false));
    assertThat(query).contains("\"access.albums\":[\"a1\"]").doesNotContain("a2");
  }

  @Test
  void an_album_that_nobody_knows_finds_nothing_and_not_everything() {
    assertThat(translated("album:unknown")).contains("\"access.albums\":[]");
  }

  /** Lychee CVE-2026-39957: the alternatives of who may see stand in brackets of their own, and one of them must hold. */
  @Test
  void who_may_see_is_in_brackets_of_its_own() {
    SeenAlbums albums = new SeenAlbums(Set.of("a1"), Map.of(), Map.of());
    assertThat(JsonpUtils.toString(seeing(albums).filter()))
        .endsWith(
            """
            {"bool":{"filter":[{"term":{"visible":{"value":true}}},\
            {"bool":{"minimum_should_match":"1","should":[{"term":{"owner":{"value":"me"}}},\
            {"terms":{"access.albums":["a1"]}},{"terms":{"access.viewers":["user:me"]}}]}}]}}""");
  }

  @ParameterizedTest
  @CsvSource({"favourite", "archived"})
  void what_only_the_owner_is_told_only_the_owner_finds(String flag) {
    String mine = "{\"bool\":{\"filter\":[{\"term\":{\"owner\":{\"value\":\"me\"}}},";
    assertThat(translated("is:" + flag)).startsWith("Query: " + mine);
    assertThat(translated("sea OR -is:" + flag)).contains("\"must_not\":[" + mine);
  }

  private static String translated(String q) {
    return JsonpUtils.toString(Translation.of(QueryParser.parse(q), seeing(SeenAlbums.NONE), true));
  }

  private static Visibility seeing(SeenAlbums albums) {
    return new Visibility(new Viewer("me", Set.of("user:me")), albums);
  }
}
