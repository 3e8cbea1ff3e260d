package pms.processing.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;

/**
 * How many workers there are and what each may take for its picture, so that all of them together fit into the machine, or
 * into what the container gives.
 *
 * @param workers processes at a time
 * @param memory bytes for one picture
 * @param total bytes that the machine or the container has
 * @param fits false if an operator wants more workers than have room
 */
public record Budget(int workers, long memory, long total, boolean fits) {

  /** Of a worker's own: its JVM and the library. */
  private static final long PROCESS = 64L << 20;

  /** Of the service beside its heap. */
  private static final long SERVICE = 192L << 20;

  /** Of the smallest picture that is worth a worker. */
  private static final long LEAST = 96L << 20;

  /**
   * The budget on this machine.
   *
   * @param wanted by an operator, who has the last word; else one for each core, as far as they fit
   * @param memory bytes for one picture, less where not even one worker fits
   */
  public static Budget here(OptionalInt wanted, long memory) {
    OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Runtime own = Runtime.getRuntime();
    return of(wanted, own.availableProcessors(), memory, machine.getTotalMemorySize(), own.maxMemory());
  }

  static Budget of(OptionalInt wanted, int cores, long memory, long total, long heap) {
    long room = total - heap - SERVICE;
    long each = memory + WorkerCommand.ASIDE + PROCESS;
    int fitting = (int) Math.clamp(room / each, 0, cores);
    if (wanted.isPresent()) {
      return new Budget(wanted.getAsInt(), memory, total, wanted.getAsInt() * each <= room);
    }
    if (fitting > 0) {
      return new Budget(fitting, memory, total, true);
    }
    long left = room - WorkerCommand.ASIDE - PROCESS;
    return new Budget(1, Math.clamp(left, Math.min(LEAST, memory), memory), total, left >= LEAST);
  }

  @Override
  public String toString() {
    return "%d workers, each with %d MiB for its picture, of %d MiB%s"
        .formatted(workers, memory >> 20, total >> 20, fits ? "" : ": that is too little");
  }
}
