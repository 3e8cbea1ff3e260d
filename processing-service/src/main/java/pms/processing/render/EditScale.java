package pms.processing.render;

import java.util.ArrayList;
import java.util.List;

/**
 * How small a picture may be while it is edited, so that nothing is lost in the outputs: thumbnails of an edited picture need
 * not be made of all its pixels.
 *
 * @param sizes the true size before each operation and after the last, as the recipe counts
 * @param scales what the picture may be shrunk to before each operation and after the last, at most 1
 */
record EditScale(List<Dimensions> sizes, List<Double> scales) {

  static EditScale of(Dimensions upright, RenderPlan plan) {
    List<Operation> operations = plan.operations();
    List<Dimensions> sizes = new ArrayList<>(List.of(upright));
    operations.forEach(operation -> sizes.add(operation.after(sizes.getLast())));
    List<Double> scales = new ArrayList<>(List.of(needed(sizes.getLast(), plan)));
    for (int i = operations.size() - 1; i >= 0; i--) {
      double shrink = operations.get(i) instanceof Operation.Resize resize ? share(resize.scaled(sizes.get(i)), sizes.get(i)) : 1;
      scales.addFirst(Math.min(1, scales.getFirst() * shrink));
    }
    return new EditScale(List.copyOf(sizes), List.copyOf(scales));
  }

  /** Of the upright picture, when it is decoded. */
  Dimensions start() {
    return sizes.getFirst().scaled(scales.getFirst());
  }

  Dimensions end() {
    return sizes.getLast();
  }

  /** Pixels that are held at the same time, before and after the most demanding operation. */
  long mostPixels() {
    long most = 0;
    for (int i = 1; i < sizes.size(); i++) {
      most = Math.max(most, pixels(i - 1) + pixels(i));
    }
    return most;
  }

  private long pixels(int step) {
    return sizes.get(step).scaled(scales.get(step)).pixels();
  }

  private static double needed(Dimensions picture, RenderPlan plan) {
    return plan.outputs().stream().mapToDouble(output -> share(output.scaled(picture), picture)).max().orElseThrow();
  }

  private static double share(Dimensions part, Dimensions whole) {
    return Math.min(1, Math.max((double) part.width() / whole.width(), (double) part.height() / whole.height()));
  }
}
