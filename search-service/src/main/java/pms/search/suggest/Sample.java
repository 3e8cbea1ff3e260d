package pms.search.suggest;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.Optional;
import pms.search.image.Marks;

/**
 * So many of all pictures, picked by their marks, which are as good as random: always the same ones, so that what is suggested does
 * not jump while somebody types on.
 *
 * @param halvings 0 for all of them, 2 for one in four …
 */
record Sample(int halvings) {

  static final Sample ALL = new Sample(0);
  /** What is as frequent as this in a sample is no accident. */
  static final int SURE = 3;

  boolean isAll() {
    return halvings == 0;
  }

  /** Empty for all, which needs none. */
  Optional<Query> filter() {
    double below = Math.scalb((double) Marks.COUNT, -halvings);
    return isAll()
        ? Optional.empty()
        : Optional.of(QueryBuilders.range().number(number -> number.field(Marks.FIELD).lt(below)).build()._toQuery());
  }

  /** How many there are of what was seen so often, told no more exactly than a sample knows it. */
  long estimate(long seen) {
    if (isAll()) {
      return seen;
    }
    long all = seen << halvings;
    long unit = (long) Math.pow(10, Math.max(0, (int) Math.log10(all) - 1));
    return Math.round((double) all / unit) * unit;
  }
}
