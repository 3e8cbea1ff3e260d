package pms.search.suggest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large a sample has to be, and which one sufficed for whom the last time: to know it saves questions; not to know it, or to be
 * wrong, costs some.
 */
@ApplicationScoped
class Samples {

  private static final int STEP = 2;
  private static final int SMALLEST = 10;
  private static final int FIRST = 6;
  private static final int REMEMBERED = 10_000;

  private final long enough;
  private final Map<String, Sample> usual =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sample> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Inject
  Samples() {
    this(5_000);
  }

  /** @param enough with fewer pictures in it a sample says too little */
  Samples(long enough) {
    this.enough = enough;
  }

  synchronized Sample of(String viewer) {
    return usual.getOrDefault(viewer, new Sample(FIRST));
  }

  /** @param looked pictures of theirs that were in it */
  boolean suffices(Sample sample, long looked) {
    return sample.isAll() || looked >= enough;
  }

  Sample larger(Sample sample) {
    return new Sample(Math.max(0, sample.halvings() - STEP));
  }

  /** That this one sufficed; where it was larger than it need have been, the next time begins with a smaller one. */
  synchronized void remember(String viewer, Sample sample, long looked) {
    boolean tooLarge = looked >> STEP >= enough && sample.halvings() < SMALLEST;
    usual.put(viewer, tooLarge ? new Sample(sample.halvings() + STEP) : sample);
  }
}
