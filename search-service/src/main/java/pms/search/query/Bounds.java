package pms.search.query;

/**
 * The shape that numbers and dates share: {@code x}, {@code >x}, {@code >=x}, {@code <x}, {@code <=x}, {@code a..b}, {@code
 * a..}, {@code ..b}.
 *
 * @param low null for no limit
 * @param high null for no limit
 * @param exact one value stands for both
 */
record Bounds(String low, boolean lowIncluded, String high, boolean highIncluded, boolean exact) {

  static Bounds of(Fields.Term term) {
    String value = term.value();
    int dots = value.indexOf("..");
    if (dots >= 0) {
      return between(term, value.substring(0, dots), value.substring(dots + 2));
    }
    return switch (operator(value)) {
      case ">=" -> new Bounds(value.substring(2), true, null, false, false);
      case "<=" -> new Bounds(null, false, value.substring(2), true, false);
      case ">" -> new Bounds(value.substring(1), false, null, false, false);
      case "<" -> new Bounds(null, false, value.substring(1), false, false);
      case "=" -> new Bounds(value.substring(1), true, value.substring(1), true, true);
      default -> new Bounds(value, true, value, true, true);
    };
  }

  private static Bounds between(Fields.Term term, String low, String high) {
    if (low.isEmpty() && high.isEmpty()) {
      throw term.wrong("a range needs a beginning or an end, such as 2..5");
    }
    return new Bounds(low.isEmpty() ? null : low, true, high.isEmpty() ? null : high, true, false);
  }

  private static String operator(String value) {
    for (String operator : new String[] {">=", "<=", ">", "<", "="}) {
      if (value.startsWith(operator)) {
        return operator;
      }
    }
    return "";
  }
}
