package pms.platform.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.path.ReversePathHierarchyTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers, with names and settings of the official distribution. */
final class Tokenizers {

  private static final Map<String, IntPredicate> KINDS =
      Map.of(
          "letter", Character::isLetter,
          "digit", Character::isDigit,
          "whitespace", Character::isWhitespace,
          "punctuation", of(Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
              Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION),
          "symbol", of(Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL));

  private Tokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> all() {
    return Map.of(
        "keyword", of(settings -> () -> new KeywordTokenizer(settings.getAsInt("buffer_size", 256))),
        "whitespace", of(settings -> () -> new WhitespaceTokenizer(settings.getAsInt("max_token_length", 255))),
        "letter", of(settings -> LetterTokenizer::new),
        "edge_ngram", of(Tokenizers::edgeNGram),
        "ngram", of(Tokenizers::nGram),
        "path_hierarchy", of(Tokenizers::pathHierarchy));
  }

  private static Supplier<Tokenizer> edgeNGram(Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    IntPredicate wanted = wantedCharacters(settings);
    return () ->
        new EdgeNGramTokenizer(min, max) {
          @Override
          protected boolean isTokenChar(int character) {
            return wanted.test(character);
          }
        };
  }

  private static Supplier<Tokenizer> nGram(Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    IntPredicate wanted = wantedCharacters(settings);
    return () ->
        new NGramTokenizer(min, max) {
          @Override
          protected boolean isTokenChar(int character) {
            return wanted.test(character);
          }
        };
  }

  private static Supplier<Tokenizer> pathHierarchy(Settings settings) {
    int buffer = settings.getAsInt("buffer_size", 1024);
    char delimiter = settings.get("delimiter", "/").charAt(0);
    char replacement = settings.get("replacement", "" + delimiter).charAt(0);
    int skip = settings.getAsInt("skip", 0);
    if (settings.getAsBoolean("reverse", false)) {
      return () -> new ReversePathHierarchyTokenizer(buffer, delimiter, replacement, skip);
    }
    return () -> new PathHierarchyTokenizer(buffer, delimiter, replacement, skip);
  }

  /** Every character if none are named. */
  private static IntPredicate wantedCharacters(Settings settings) {
    List<String> names = settings.getAsList("token_chars");
    Set<Integer> custom = settings.get("custom_token_chars", "").codePoints().boxed().collect(Collectors.toSet());
    return names.stream().map(name -> kind(name, custom)).reduce(IntPredicate::or).orElse(any -> true);
  }

  private static IntPredicate kind(String name, Set<Integer> custom) {
    if (name.equals("custom")) {
      return custom::contains;
    }
    IntPredicate kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("Unknown token type: '" + name + "', must be one of " + KINDS.keySet() + " or custom");
    }
    return kind;
  }

  private static IntPredicate of(int... types) {
    Set<Integer> wanted = Arrays.stream(types).boxed().collect(Collectors.toSet());
    return character -> wanted.contains(Character.getType(character));
  }

  private static AnalysisProvider<TokenizerFactory> of(Making making) {
    return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, making.with(settings));
  }

  private interface Making {
    Supplier<Tokenizer> with(Settings settings);
  }
}
