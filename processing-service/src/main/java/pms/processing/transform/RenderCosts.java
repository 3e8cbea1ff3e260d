package pms.processing.transform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pms.kit.caller.Caller;
import pms.processing.ProcessingConfig;
import pms.processing.render.Dimensions;

/**
 * R5: what a caller has rendered on demand is paid for out of a purse that fills up with time. A rendering costs one, and one
 * more for every eight million pixels that are read or written, of every frame of what moves; what is kept already costs nothing. Every replica counts for
 * itself.
 */
@ApplicationScoped
public class RenderCosts {

  private static final long PIXELS_EACH = 8_000_000;
  private static final int PICTURES_TOGETHER = 10;
  private static final String TOGETHER = "together ";
  private static final int MOST_PURSES = 10_000;

  private final ProcessingConfig config;
  private final Clock clock;
  private final Map<String, Purse> purses = new ConcurrentHashMap<>();

  RenderCosts(ProcessingConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  private record Purse(double money, Instant counted) {}

  /** @throws TooManyRenders 429 if there is not enough left */
  public void charge(Caller caller, Dimensions read, Dimensions written) {
    charge(caller.id(), 1 + (read.pixels() + written.pixels()) / PIXELS_EACH);
  }

  /** What turned out only when it was done: it is never refused, but the next may be. */
  public void owe(Caller caller, long pixels) {
    purses.compute(caller.id(), (_, purse) -> {
      Purse left = pay(purse, pixels / PIXELS_EACH);
      return new Purse(Math.max(-config.renderPurse(), left.money()), left.counted());
    });
  }

  /**
   * For pictures that are rendered together when there is time: one for every ten, out of a purse of their own, so that
   * whoever has many edited goes on to see what others do at once.
   *
   * @throws TooManyRenders 429 if there is not enough left
   */
  public void chargeTogether(String caller, int pictures) {
    charge(TOGETHER + caller, 1L + pictures / PICTURES_TOGETHER);
  }

  void charge(String caller, long price) {
    // One that costs more than the purse holds can be had when the purse is full.
    long cost = Math.min(price, config.renderPurse());
    if (purses.size() >= MOST_PURSES) {
      purses.values().removeIf(purse -> filled(purse).money() >= config.renderPurse());
    }
    Purse left = purses.compute(caller, (_, purse) -> pay(purse, cost));
    if (left.money() < 0) {
      purses.computeIfPresent(caller, (_, purse) -> new Purse(purse.money() + cost, purse.counted()));
      long missing = (long) Math.ceil(-left.money() / config.renderIncome());
      throw new TooManyRenders(Duration.ofSeconds(Math.max(1, missing)));
    }
  }

  /** How many callers are remembered. */
  int purses() {
    return purses.size();
  }

  private Purse pay(Purse purse, long cost) {
    Purse filled = purse == null ? new Purse(config.renderPurse(), clock.instant()) : filled(purse);
    return new Purse(filled.money() - cost, filled.counted());
  }

  private Purse filled(Purse purse) {
    Instant now = clock.instant();
    double income = Math.max(0, Duration.between(purse.counted(), now).toMillis() / 1000d) * config.renderIncome();
    return new Purse(Math.min(config.renderPurse(), purse.money() + income), now);
  }
}
