package pms.gateway.status;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** A value that is made anew when it is asked for and older than so long; those who ask meanwhile wait for the same one. */
public final class Cached<T> {

  private final Function<T, Duration> life;
  private final Supplier<T> maker;
  private T value;
  private long made;

  public Cached(Duration life, Supplier<T> maker) {
    this(value -> life, maker);
  }

  /** @param life how long this very value may be given out */
  public Cached(Function<T, Duration> life, Supplier<T> maker) {
    this.life = life;
    this.maker = maker;
  }

  public synchronized T get() {
    if (value == null || System.nanoTime() - made > life.apply(value).toNanos()) {
      value = maker.get();
      made = System.nanoTime();
    }
    return value;
  }
}
