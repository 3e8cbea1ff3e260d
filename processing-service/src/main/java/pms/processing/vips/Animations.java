package pms.processing.vips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pms.processing.render.Dimensions;
import pms.processing.render.Format;
import pms.processing.render.Output;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** Pictures that move, as animated WebP; the library keeps their frames one below the other. */
final class Animations {

  /** Of a minute at 25 frames a second. */
  static final int MOST_FRAMES = 1500;

  private static final Set<Format> MOVING = Set.of(Format.GIF, Format.WEBP);
  private static final int SEQUENTIAL = 1;
  private static final int TRUNCATED = 1;
  private static final int SAMPLES = 4;

  private final Scope scope;
  private final RenderPlan plan;
  private final Writer writer;

  Animations(Scope scope, RenderPlan plan, Writer writer) {
    this.scope = scope;
    this.plan = plan;
    this.writer = writer;
  }

  /** Empty if the picture does not move, or nobody wants it to. */
  Optional<Rendered> render(Path file, Format format, Path folder) throws Unrenderable, IOException {
    Output output = plan.outputs().getFirst();
    if (!output.moving() || !MOVING.contains(format)) {
      return Optional.empty();
    }
    Picture first = scope.open(file, "access", SEQUENTIAL);
    int frames = first.field("n-pages", 1);
    if (frames < 2) {
      return Optional.empty();
    }
    Dimensions frame = first.size();
    Dimensions to = output.scaled(frame);
    refuseBeyond(frames, frame, to);
    Picture moving =
        scope.thumbnail(Path.of(file + "[n=-1]"), to.width(), "height", to.height(), "size", Decoder.FORCE, "fail_on", TRUNCATED)
            .inBytes()
            .inMemory();
    Path target = folder.resolve(output.fileName());
    writer.save(moving, output, target);
    Picture still = moving.crop(0, 0, to);
    return Optional.of(
        new Rendered(
            frame.width(),
            frame.height(),
            Hashes.thumbhash(still),
            Hashes.perceptual(still),
            List.of(Rendered.File.of(output, to, target, frames))));
  }

  private void refuseBeyond(int frames, Dimensions frame, Dimensions to) throws Unrenderable {
    if (!plan.operations().isEmpty()) {
      throw new Unrenderable("An edited version does not move; leave animation out.");
    }
    if (frames > MOST_FRAMES) {
      throw new Unrenderable("The animation has %d frames, more than the limit of %d.".formatted(frames, MOST_FRAMES));
    }
    if (frames * frame.pixels() > plan.pixelLimit()) {
      throw new Unrenderable(
          "The %d frames of %d × %d pixels are together more than the limit of %d million pixels."
              .formatted(frames, frame.width(), frame.height(), plan.pixelLimit() / 1_000_000));
    }
    long bytes = frames * to.pixels() * SAMPLES;
    if (bytes > plan.memoryLimit()) {
      throw new Unrenderable(
          "The %d frames of %d × %d pixels need %d MiB of memory, more than the limit of %d MiB; ask for a smaller size."
              .formatted(frames, to.width(), to.height(), bytes >> 20, plan.memoryLimit() >> 20));
    }
  }
}
