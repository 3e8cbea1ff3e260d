package pms.search.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years, months and days, each of them a span of days. */
final class Dates {

  private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  /** @param end the day after the last one */
  private record Span(LocalDate start, LocalDate end) {}

  static Query parse(Fields.Term term) {
    Bounds bounds = Bounds.of(term);
    Span low = bounds.low() == null ? null : span(term, bounds.low());
    Span high = bounds.high() == null ? null : span(term, bounds.high());
    LocalDate from = low == null ? null : bounds.lowIncluded() ? low.start() : low.end();
    LocalDate until = high == null ? null : bounds.highIncluded() ? high.end() : high.start();
    if (from != null && until != null && !from.isBefore(until)) {
      throw term.wrong("the range ends before it begins");
    }
    return new Query.Taken(from, until);
  }

  private static Span span(Fields.Term term, String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      throw term.wrong("a date is expected after " + term.name() + ":, such as 2021, 2021-07, 2021-07-14 or 2020..2022");
    }
    try {
      return span(date);
    } catch (DateTimeException e) {
      throw term.wrong("there is no such day as " + text);
    }
  }

  private static Span span(Matcher date) {
    int year = Integer.parseInt(date.group(1));
    if (date.group(2) == null) {
      LocalDate start = LocalDate.of(year, 1, 1);
      return new Span(start, start.plusYears(1));
    }
    int month = Integer.parseInt(date.group(2));
    if (date.group(3) == null) {
      LocalDate start = LocalDate.of(year, month, 1);
      return new Span(start, start.plusMonths(1));
    }
    LocalDate start = LocalDate.of(year, month, Integer.parseInt(date.group(3)));
    return new Span(start, start.plusDays(1));
  }

  private Dates() {}
}
