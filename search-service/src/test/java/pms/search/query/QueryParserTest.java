package pms.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.search.query.Query.Any;
import pms.search.query.Query.Everything;
import pms.search.query.Query.Phrase;
import pms.search.query.Query.Taken;
import pms.search.query.Query.Text;
import pms.search.query.Query.TextField;
import pms.search.query.Query.Word;

class QueryParserTest {

  /** One line each: the query, and how it is understood, written down by {@link Written}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "beach | beach",
        "beach sunset | (and beach sunset)",
        "  beach   sunset  | (and beach sunset)",
        "\"golden gate\" | 'golden gate'",
        "“golden gate” | 'golden gate'",
        "-beach | (not beach)",
        "sea -beach | (and sea (not beach))",
        "sea - beach | (and sea beach)",
        "--beach | (not (not beach))",
        "-\"golden gate\" | (not 'golden gate')",
        "-tag:beach | (not TAG=beach)",
        "-(a b) | (not (and a b))",
        "a OR b | (or a b)",
        "a b OR c d | (or (and a b) (and c d))",
        "a OR b OR c | (or a b c)",
        "(a OR b) c | (and (or a b) c)",
        "((a)) | a",
        "a (b (c OR d)) | (and a (and b (or c d)))",
        "a or b | (and a or b)",
        "ORANGE | ORANGE",
        "a AND b | (and a b)",
        "and | and",
        "a,b | a,b",
        "12:30 | 12:30",
        "it's | it's",
        "well-known | well-known",
        "*** | *",
        "sea *** | sea",
        "\"\" | *",
        "❤ | ❤",
        "tag:beach | TAG=beach",
        "TAG:beach | TAG=beach",
        "Tag:\"Two Words\" | TAG=Two Words",
        "tag:a:b | TAG=a:b",
        "tag:Ünïcödé | TAG=Ünïcödé",
        "tag:-x | TAG=-x",
        "category:Travel/France | CATEGORY=Travel/France",
        "camera:canon | CAMERA=canon",
        "camera:\"EOS 5D\" | CAMERA=EOS 5D",
        "camera:=\"Canon EOS 5D\" tag:x | (and CAMERA==Canon EOS 5D TAG=x)",
        "-place:=Rome | (not PLACE==Rome)",
        "category:\"= Travel\" | CATEGORY==Travel",
        "tag:\"say \"\"hi\"\"\" b | (and TAG=say \"hi\" b)",
        "\"\"\"\" | *",
        "\"\"a b\"\" | (and a b)",
        "lens:50mm | LENS=50mm",
        "type:jpeg | TYPE=jpeg",
        "type:image/png | TYPE=image/png",
        "place:Paris | PLACE=Paris",
        "album:Summer | ALBUM=Summer",
        "album:\"Summer 2021\" | ALBUM=Summer 2021",
        "is:archived | is ARCHIVED",
        "has:place | has PLACE",
        "taken:2021 | 2021-01-01..2022-01-01",
        "taken:2021-07 | 2021-07-01..2021-08-01",
        "taken:2021-12 | 2021-12-01..2022-01-01",
        "taken:2021-07-14 | 2021-07-14..2021-07-15",
        "taken:2020-02-29 | 2020-02-29..2020-03-01",
        "taken:2020..2022 | 2020-01-01..2023-01-01",
        "taken:2020-03..2020-05 | 2020-03-01..2020-06-01",
        "taken:2020.. | 2020-01-01..",
        "taken:..2020 | ..2021-01-01",
        "taken:>2020 | 2021-01-01..",
        "taken:>=2020 | 2020-01-01..",
        "taken:<2020 | ..2020-01-01",
        "taken:<=2020-05 | ..2020-06-01",
        "taken:=2020 | 2020-01-01..2021-01-01",
        "iso:400 | ISO[400.0,400.0]",
        "iso:>=800 | ISO[800.0,]",
        "iso:>800 | ISO(800.0,]",
        "iso:<800 | ISO[,800.0)",
        "iso:<=800 | ISO[,800.0]",
        "iso:100..400 | ISO[100.0,400.0]",
        "iso:100.. | ISO[100.0,]",
        "iso:..400 | ISO[,400.0]",
        "iso:\">= 800\" | !",
        "f:<2.8 | APERTURE[,2.8)",
        "f:2.8 | APERTURE[2.75,2.8499999999999996)",
        "focal:50 | FOCAL_LENGTH[49.5,50.5)",
        "rating:5 | RATING[5.0,5.0]",
        "rating:>=3 | RATING[3.0,]",
        "near:48.85,2.35,10km | 48.85,2.35,10000.0",
        "near:-33.9,151.2,500m | -33.9,151.2,500.0",
        "near:0,0,1mi | 0.0,0.0,1609.344",
        "near:0,0,1m | 0.0,0.0,1.0",
        "near:\"48.85, 2.35, 10km\" | 48.85,2.35,10000.0",
        "has:location | has LOCATION",
        "has:Date | has DATE",
        "is:favourite | is FAVOURITE",
        "is:favorite | is FAVOURITE",
        "is:failed | is FAILED",
        "-is:favourite | (not is FAVOURITE)",
        "beach taken:2021 -tag:work | (and beach 2021-01-01..2022-01-01 (not TAG=work))",
        "a(b)c | (and a b c)",
        "a\"b\"c | (and a 'b' c)",
        "a)b | !",
      })
  void a_query_is_understood(String text, String expected) {
    if (expected.equals("!")) {
      assertThatThrownBy(() -> QueryParser.parse(text)).isInstanceOf(QuerySyntax.class);
    } else {
      assertThat(Written.of(QueryParser.parse(text))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour:red | 1 | there is no field colour",
        "sea colour:red | 5 | there is no field colour",
        "http://x | 1 | there is no field http",
        "album: | 7 | a value is missing after album:",
        "tag: | 5 | a value is missing after tag:",
        "tag: beach | 5 | a value is missing after tag:",
        "tag:\"\" | 5 | a value is missing after tag:",
        "tag:() | 5 | a value is missing after tag:",
        "camera:=\" \" | 8 | a value is missing after camera:=",
        "\"open | 1 | this quotation mark is never closed",
        "sea \"open | 5 | this quotation mark is never closed",
        "tag:\"open | 5 | this quotation mark is never closed",
        "(a | 1 | this bracket is never closed",
        "a (b (c) | 3 | this bracket is never closed",
        "a) | 2 | this bracket was never opened",
        ") | 1 | this bracket was never opened",
        "() | 1 | there is nothing to look for in these brackets",
        "a ( *** ) | 3 | there is nothing to look for in these brackets",
        "OR a | 1 | OR needs something before it",
        "a OR | 5 | OR needs something after it",
        "a OR OR b | 6 | OR needs something after it",
        "(a OR) b | 6 | OR needs something after it",
        "AND a | 1 | AND needs something before it",
        "a AND | 6 | AND needs something after it",
        "taken:yesterday | 7 | a date is expected after taken:",
        "taken:21 | 7 | a date is expected after taken:",
        "taken:2021-7 | 7 | a date is expected after taken:",
        "taken:2021-13 | 7 | there is no such day as 2021-13",
        "taken:2021-02-29 | 7 | there is no such day as 2021-02-29",
        "taken:2022..2020 | 7 | the range ends before it begins",
        "taken:.. | 7 | a range needs a beginning or an end",
        "iso:many | 5 | a number is expected after iso:",
        "iso:>=many | 5 | a number is expected after iso:",
        "iso:1e9 | 5 | a number is expected after iso:",
        "iso:NaN | 5 | a number is expected after iso:",
        "iso:99999999999 | 5 | a number is expected after iso:",
        "iso:800..100 | 5 | the range ends before it begins",
        "near:48.85,2.35 | 6 | near: takes latitude,longitude,distance",
        "near:48.85,2.35,10 | 6 | near: takes latitude,longitude,distance",
        "near:91,0,1km | 6 | a latitude lies between -90 and 90",
        "near:0,181,1km | 6 | a longitude lies between -180 and 180",
        "near:0,0,0km | 6 | a distance is at least 1m",
        "near:48.85,2.35,0.0001m | 6 | a distance is at least 1m",
        "near:0,0,0.0009km | 6 | a distance is at least 1m",
        "near:0,0,99999km | 6 | a distance is at least 1m and at most 20040km",
        "near:x,0,1km | 6 | a number is expected after near:",
        "has:wings | 5 | has: takes one of location, place, date",
        "is:pretty | 4 | is: takes one of favourite, archived",
      })
  void an_error_says_where(String text, int position, String message) {
    assertThatThrownBy(() -> QueryParser.parse(text))
        .asInstanceOf(type(QuerySyntax.class))
        .satisfies(
            wrong -> {
              assertThat(wrong.position()).isEqualTo(position);
              assertThat(wrong).hasMessageStartingWith("at character " + position + ": " + message);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "-", "- -", "...", "\u0000"})
  void nothing_to_look_for_finds_everything(String text) {
    assertThat(QueryParser.parse(text)).isInstanceOf(Everything.class);
  }

  @Test
  void accents_are_written_in_one_way() {
    assertThat(QueryParser.parse("cafe\u0301")).isEqualTo(new Word("caf\u00e9"));
    assertThat(QueryParser.parse("\"cafe\u0301\"")).isEqualTo(new Phrase("caf\u00e9"));
    assertThat(QueryParser.parse("tag:cafe\u0301")).isEqualTo(new Text(TextField.TAG, "caf\u00e9"));
  }

  @Test
  void only_words_and_phrases_rank() {
    assertThat(QueryParser.parse("beach").ranks()).isTrue();
    assertThat(QueryParser.parse("tag:x (a OR tag:y)").ranks()).isTrue();
    assertThat(QueryParser.parse("tag:x -beach").ranks()).isFalse();
    assertThat(QueryParser.parse("").ranks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bea | bea",
        "sea bea | bea",
        "sea bea taken:2021 is:favourite | bea",
        "sea OR bea | bea",
        "(sea bea) tag:x | bea",
        "sea -bea | sea",
        "sea -(bea x) | sea",
        "sea \"golden gate\" | sea",
        "-bea | ",
        "tag:bea | ",
        "\"bea\" | ",
      })
  void the_last_word_that_is_looked_for_may_still_be_being_written(String text, String last) {
    assertThat(QueryParser.parse(text).lastWord().map(Word::text)).isEqualTo(Optional.ofNullable(last));
  }

  @Test
  void the_last_year_with_four_digits_can_be_asked_for() {
    assertThat(QueryParser.parse("taken:9999"))
        .isEqualTo(new Taken(LocalDate.of(9999, 1, 1), LocalDate.of(10000, 1, 1)));
  }

  @Test
  void a_thousand_brackets_are_refused() {
    assertRefused("(".repeat(1000), QueryParser.DEEPEST + 1);
    assertRefused("(".repeat(1000) + "a" + ")".repeat(990), QueryParser.DEEPEST + 1);
    assertRefused("-".repeat(1000) + "a", QueryParser.DEEPEST + 2);
  }

  @Test
  void the_deepest_brackets_that_are_allowed_are_understood() {
    int deep = QueryParser.DEEPEST;
    assertThat(QueryParser.parse("(".repeat(deep) + "a" + ")".repeat(deep))).isEqualTo(new Word("a"));
  }

  @Test
  void ten_thousand_terms_are_refused() {
    assertRefused(String.join(" ", Collections.nCopies(10_000, "a")), QueryParser.LONGEST + 1);
    assertRefused(
        String.join(" ", Collections.nCopies(QueryParser.MOST_TERMS + 1, "a")), QueryParser.MOST_TERMS * 2 + 1);
  }

  @Test
  void as_many_terms_as_allowed_are_understood() {
    Query query = QueryParser.parse(String.join(" OR ", Collections.nCopies(QueryParser.MOST_TERMS, "a")));
    assertThat(query).asInstanceOf(type(Any.class)).satisfies(any -> assertThat(any.choices()).hasSize(100));
  }

  /** R4: whatever is typed is a query or a named error, and the error's place lies in the text. */
  @Test
  void random_input_is_understood_or_refused_with_a_place() {
    List<String> pieces =
        List.of(
            "(", ")", "\"", "-", "OR", "AND", " ", " ", " ", "a", "beach", "tag:", "camera:", "taken:", "iso:", "f:",
            "near:", "has:", "is:", "album:", "x:", "2021", "-07", "..", ">=", "<", "800", "2.8", "48.85,2.35,10km",
            "location", "favourite", "*", "?", "~", "^", "\\", "/", "{", "}", "[", "]", "'", ";", "--", "\u0000",
            "\ud83d", "\ude00", "e\u0301", "\u202e", "“", "”", "9".repeat(30), "{\"match_all\":{}}", "' OR 1=1 --");
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(
            random.nextInt(10) == 0
                ? String.valueOf((char) random.nextInt(Character.MAX_VALUE))
                : pieces.get(random.nextInt(pieces.size())));
      }
      assertUnderstoodOrRefused(seed, text.toString());
    }
  }

  private static void assertUnderstoodOrRefused(int seed, String text) {
    try {
      assertThat(QueryParser.parse(text)).isNotNull();
    } catch (QuerySyntax expected) {
      assertThat(expected.position()).as("seed %d: %s", seed, text).isBetween(1, text.length() + 1);
    }
  }

  private static void assertRefused(String text, int position) {
    assertThatThrownBy(() -> QueryParser.parse(text))
        .asInstanceOf(type(QuerySyntax.class))
        .satisfies(wrong -> assertThat(wrong.position()).isEqualTo(position));
  }
}
