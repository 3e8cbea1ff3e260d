package pms.search.query;

import java.util.regex.Pattern;
import pms.search.query.Query.Range;

final class Numbers {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  static Range range(Fields.Term term, double tolerance) {
    Bounds bounds = Bounds.of(term);
    if (bounds.exact()) {
      return Range.around(number(term, bounds.low()), tolerance);
    }
    Double low = bounds.low() == null ? null : number(term, bounds.low());
    Double high = bounds.high() == null ? null : number(term, bounds.high());
    if (low != null && high != null && low > high) {
      throw term.wrong("the range ends before it begins");
    }
    return new Range(low, bounds.lowIncluded(), high, bounds.highIncluded());
  }

  static double number(Fields.Term term, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw term.wrong("a number is expected after " + term.name() + ":");
    }
    return Double.parseDouble(text);
  }

  private Numbers() {}
}
