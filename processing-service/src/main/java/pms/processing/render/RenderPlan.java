package pms.processing.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to make of a picture, and what it may cost. The operations are done once, one after the other, to the upright picture
 * of full size; every output is made of what they leave.
 *
 * @param operations none for the picture as it is
 * @param pixelLimit width times height beyond which a picture is refused by its header, or a step of an edit
 * @param memoryLimit bytes beyond which a picture is refused by its header
 * @param timeLimit processor time; of the wall clock three times as much, since the machine may be busy
 */
public record RenderPlan(
    List<Operation> operations, List<Output> outputs, long pixelLimit, long memoryLimit, Duration timeLimit) {

  /** Longest side of what is scaled into a box: what WebP can hold, so that every format has the same sizes. */
  public static final int LONGEST_SIDE = 16_383;

  private static final int WALL_CLOCK = 3;

  public RenderPlan {
    operations = List.copyOf(operations);
    outputs = List.copyOf(outputs);
    Set<String> files = new HashSet<>();
    boolean unique = outputs.stream().map(Output::fileName).allMatch(files::add);
    if (outputs.isEmpty() || !unique || pixelLimit < 1 || memoryLimit < 1 || !timeLimit.isPositive()) {
      throw new IllegalArgumentException("not a plan: " + outputs + " in " + timeLimit);
    }
  }

  /** The three sizes every picture is shown in, from large to small, each in the formats that browsers take and we write. */
  public static List<Output> thumbnails(EngineInfo engine, int quality) {
    List<Output> outputs = new ArrayList<>();
    for (Size size : List.of(new Size("large", 1440), new Size("medium", 720), new Size("small", 250))) {
      if (engine.writes(OutputFormat.WEBP)) {
        outputs.add(Output.shortSide(size.name(), size.side(), OutputFormat.WEBP, quality));
      }
      outputs.add(Output.shortSide(size.name(), size.side(), OutputFormat.JPEG, quality));
    }
    return outputs;
  }

  private record Size(String name, int side) {}

  /** The same limits for other work. */
  public RenderPlan with(List<Operation> operations, List<Output> outputs) {
    return new RenderPlan(operations, outputs, pixelLimit, memoryLimit, timeLimit);
  }

  /**
   * The size of the picture after all operations.
   *
   * @throws IllegalArgumentException if one of them cannot be done, or makes more pixels than the limit
   */
  public Dimensions after(Dimensions upright) {
    Dimensions now = upright;
    for (Operation operation : operations) {
      now = operation.after(now);
      if (now.pixels() > pixelLimit) {
        throw new IllegalArgumentException(now.width() + " × " + now.height() + " pixels are more than the limit");
      }
    }
    return now;
  }

  public Duration wallClockLimit() {
    return timeLimit.multipliedBy(WALL_CLOCK);
  }
}
