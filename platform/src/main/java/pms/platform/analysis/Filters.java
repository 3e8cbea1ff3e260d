package pms.platform.analysis;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The token filters, with names, settings and defaults of the official distribution. */
final class Filters {

  private Filters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    Map<String, AnalysisProvider<TokenFilterFactory>> all = new HashMap<>();
    all.put("asciifolding", normalizing(settings -> in -> new ASCIIFoldingFilter(in, preserveOriginal(settings))));
    all.put("trim", normalizing(settings -> TrimFilter::new));
    all.put("uppercase", normalizing(settings -> UpperCaseFilter::new));
    all.put("porter_stem", plain(settings -> PorterStemFilter::new));
    all.put("kstem", plain(settings -> KStemFilter::new));
    all.put("reverse", plain(settings -> ReverseStringFilter::new));
    all.put("unique", plain(settings -> in -> new UniqueFilter(in, settings.getAsBoolean("only_on_same_position", false))));
    all.put("truncate", plain(settings -> in -> new TruncateTokenFilter(in, settings.getAsInt("length", 10))));
    all.put("length", plain(Filters::length));
    all.put("edge_ngram", plain(Filters::edgeNGram));
    all.put("ngram", (index, environment, name, settings) -> factory(name, nGram(index, settings)));
    all.put("stemmer", plain(settings -> stemmer(settings.get("language", settings.get("name", "porter")))));
    all.put("word_delimiter_graph", (index, environment, name, settings) -> factory(name, wordDelimiter(environment, settings)));
    return all;
  }

  private static UnaryOperator<TokenStream> length(Settings settings) {
    int min = settings.getAsInt("min", 0);
    int max = settings.getAsInt("max", Integer.MAX_VALUE);
    return in -> new LengthFilter(in, min, max);
  }

  private static UnaryOperator<TokenStream> edgeNGram(Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    boolean back = settings.get("side", "front").equals("back");
    return in -> {
      TokenStream turned = back ? new ReverseStringFilter(in) : in;
      TokenStream grams = new EdgeNGramTokenFilter(turned, min, max, preserveOriginal(settings));
      return back ? new ReverseStringFilter(grams) : grams;
    };
  }

  private static UnaryOperator<TokenStream> nGram(IndexSettings index, Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    if (max - min > index.getMaxNgramDiff()) {
      throw new IllegalArgumentException(
          "The difference between max_gram and min_gram in NGram Tokenizer must be less than or equal to: ["
              + index.getMaxNgramDiff() + "] but was [" + (max - min)
              + "]. This limit can be set by changing the [index.max_ngram_diff] index level setting.");
    }
    return in -> new NGramTokenFilter(in, min, max, preserveOriginal(settings));
  }

  /** Every other name is one of Snowball's languages, written as Lucene does: German, French … */
  private static UnaryOperator<TokenStream> stemmer(String language) {
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "english", "porter" -> PorterStemFilter::new;
      case "light_english", "kstem" -> KStemFilter::new;
      case "minimal_english" -> EnglishMinimalStemFilter::new;
      case "possessive_english" -> EnglishPossessiveFilter::new;
      case "porter2" -> in -> new SnowballFilter(in, "English");
      case "light_german" -> GermanLightStemFilter::new;
      case "light_french" -> FrenchLightStemFilter::new;
      case "light_italian" -> ItalianLightStemFilter::new;
      case "light_spanish" -> SpanishLightStemFilter::new;
      default -> in -> new SnowballFilter(in, language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1));
    };
  }

  private static UnaryOperator<TokenStream> wordDelimiter(Environment environment, Settings settings) {
    if (settings.hasValue("type_table") || settings.hasValue("type_table_path")) {
      throw new IllegalArgumentException("type_table is not supported by this small copy of word_delimiter_graph");
    }
    Set<?> found = Analysis.getWordSet(environment, settings, "protected_words");
    CharArraySet protectedWords = found == null ? null : CharArraySet.copy(found);
    int flags = wordDelimiterFlags(settings);
    boolean adjustOffsets = settings.getAsBoolean("adjust_offsets", true);
    byte[] types = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
    return in -> new WordDelimiterGraphFilter(in, adjustOffsets, types, flags, protectedWords);
  }

  private static int wordDelimiterFlags(Settings settings) {
    return flag(settings, "generate_word_parts", true, WordDelimiterGraphFilter.GENERATE_WORD_PARTS)
        | flag(settings, "generate_number_parts", true, WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS)
        | flag(settings, "catenate_words", false, WordDelimiterGraphFilter.CATENATE_WORDS)
        | flag(settings, "catenate_numbers", false, WordDelimiterGraphFilter.CATENATE_NUMBERS)
        | flag(settings, "catenate_all", false, WordDelimiterGraphFilter.CATENATE_ALL)
        | flag(settings, "split_on_case_change", true, WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE)
        | flag(settings, "split_on_numerics", true, WordDelimiterGraphFilter.SPLIT_ON_NUMERICS)
        | flag(settings, "preserve_original", false, WordDelimiterGraphFilter.PRESERVE_ORIGINAL)
        | flag(settings, "stem_english_possessive", true, WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE)
        | flag(settings, "ignore_keywords", false, WordDelimiterGraphFilter.IGNORE_KEYWORDS);
  }

  private static int flag(Settings settings, String name, boolean standard, int flag) {
    return settings.getAsBoolean(name, standard) ? flag : 0;
  }

  private static boolean preserveOriginal(Settings settings) {
    return settings.getAsBoolean("preserve_original", false);
  }

  private static AnalysisProvider<TokenFilterFactory> plain(Making making) {
    return (index, environment, name, settings) -> factory(name, making.with(settings));
  }

  /** For filters that change a whole word to another, which normalizers may use too. */
  private static AnalysisProvider<TokenFilterFactory> normalizing(Making making) {
    return (index, environment, name, settings) -> {
      UnaryOperator<TokenStream> filter = making.with(settings);
      return new NormalizingTokenFilterFactory() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public TokenStream create(TokenStream in) {
          return filter.apply(in);
        }
      };
    };
  }

  private static TokenFilterFactory factory(String name, UnaryOperator<TokenStream> filter) {
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream in) {
        return filter.apply(in);
      }
    };
  }

  private interface Making {
    UnaryOperator<TokenStream> with(Settings settings);
  }
}
