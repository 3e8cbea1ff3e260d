package pms.platform.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The character filters, with names and settings of the official distribution. */
final class CharFilters {

  private static final Pattern RULE = Pattern.compile("(.*)\\s*=>\\s*(.*)\\s*", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);

  private CharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> all() {
    // Else Elasticsearch makes one for every index, without settings, which this one cannot be without.
    return Map.of(
        "mapping", requiresAnalysisSettings((index, environment, name, settings) -> mapping(environment, name, settings)));
  }

  private static CharFilterFactory mapping(Environment environment, String name, Settings settings) {
    List<String> rules = Analysis.getWordList(environment, settings, "mappings");
    if (rules == null) {
      throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path` to be configured");
    }
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    rules.forEach(rule -> add(map, rule));
    NormalizeCharMap mapped = map.build();
    return new NormalizingCharFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reader create(Reader in) {
        return new MappingCharFilter(mapped, in);
      }
    };
  }

  private static void add(NormalizeCharMap.Builder map, String rule) {
    Matcher sides = RULE.matcher(rule);
    if (!sides.matches()) {
      throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
    }
    map.add(read(sides.group(1).trim()), read(sides.group(2).trim()));
  }

  private static String read(String escaped) {
    return ESCAPE.matcher(escaped).replaceAll(found -> Matcher.quoteReplacement(sign(found.group(1), found.group(2))));
  }

  private static String sign(String code, String letter) {
    if (code != null) {
      return Character.toString(Integer.parseInt(code, 16));
    }
    return switch (letter) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      case "b" -> "\b";
      case "f" -> "\f";
      default -> letter;
    };
  }
}
