package pms.processing.vips;

import pms.processing.render.Dimensions;
import pms.processing.render.RenderPlan;
import pms.processing.render.Unrenderable;

/** What a header may ask for. */
final class RenderLimits {

  static void refuseBeyond(Dimensions size, RenderPlan plan) throws Unrenderable {
    if (size.pixels() > plan.pixelLimit()) {
      throw Unrenderable.tooManyPixels(size, plan.pixelLimit());
    }
  }

  static void refuseBeyond(long bytes, Dimensions size, RenderPlan plan) throws Unrenderable {
    if (bytes > plan.memoryLimit()) {
      throw Unrenderable.tooMuchMemory(size, bytes, plan.memoryLimit());
    }
  }

  private RenderLimits() {}
}
