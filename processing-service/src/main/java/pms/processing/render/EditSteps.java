package pms.processing.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** The operations of a recipe with Java2D, on a picture that may be smaller than the recipe counts. */
final class EditSteps {

  private static final List<Orientation> QUARTER_TURNS =
      List.of(Orientation.NORMAL, Orientation.LEFT, Orientation.UPSIDE_DOWN, Orientation.RIGHT);

  private final RenderPlan plan;
  private final EditScale scale;
  private final Deadline deadline;

  EditSteps(RenderPlan plan, EditScale scale, Deadline deadline) {
    this.plan = plan;
    this.scale = scale;
    this.deadline = deadline;
  }

  BufferedImage apply(BufferedImage picture) {
    BufferedImage now = picture;
    for (int i = 0; i < plan.operations().size(); i++) {
      deadline.check();
      now = step(i, now);
    }
    return now;
  }

  private BufferedImage step(int i, BufferedImage picture) {
    Dimensions size = scale.sizes().get(i);
    Dimensions after = scale.sizes().get(i + 1).scaled(scale.scales().get(i + 1));
    return switch (plan.operations().get(i)) {
      case Operation.Crop crop -> crop(picture, crop, size);
      case Operation.Rotate rotate when rotate.quarterTurns() >= 0 ->
          turned(picture, QUARTER_TURNS.get(rotate.quarterTurns()));
      case Operation.Rotate rotate -> rotated(picture, rotate.degrees(), after);
      case Operation.Flip flip ->
          turned(picture, flip.axis() == Operation.Axis.HORIZONTAL ? Orientation.MIRRORED : Orientation.MIRRORED_UPSIDE_DOWN);
      case Operation.Resize resize -> {
        Dimensions scaled = resize.scaled(size).scaled(scale.scales().get(i + 1));
        yield Fitting.fitted(Fitting.resized(picture, scaled), after, resize.fit(), Focus.CENTRE);
      }
      case Operation.Adjust adjust -> adjusted(picture, adjust);
    };
  }

  private static BufferedImage crop(BufferedImage picture, Operation.Crop crop, Dimensions size) {
    double across = (double) picture.getWidth() / size.width();
    double down = (double) picture.getHeight() / size.height();
    int width = (int) Math.clamp(Math.round(crop.width() * across), 1, picture.getWidth());
    int height = (int) Math.clamp(Math.round(crop.height() * down), 1, picture.getHeight());
    int x = (int) Math.clamp(Math.round(crop.x() * across), 0, picture.getWidth() - width);
    int y = (int) Math.clamp(Math.round(crop.y() * down), 0, picture.getHeight() - height);
    return Fitting.part(picture, x, y, new Dimensions(width, height));
  }

  /** Moves pixels only, in whatever form they are. */
  private static BufferedImage turned(BufferedImage picture, Orientation turn) {
    Dimensions stored = new Dimensions(picture.getWidth(), picture.getHeight());
    Dimensions upright = turn.upright(stored);
    BufferedImage turned = Fitting.like(picture, upright);
    int bands = picture.getRaster().getNumBands();
    int[] line = new int[upright.width() * bands];
    int[] backwards = new int[line.length];
    boolean reverse = turn.turned ? turn.storedY(0, 0, stored) > 0 : turn.storedX(0, 0, stored) > 0;
    for (int y = 0; y < upright.height(); y++) {
      if (turn.turned) {
        picture.getRaster().getPixels(turn.storedX(0, y, stored), 0, 1, stored.height(), line);
      } else {
        picture.getRaster().getPixels(0, turn.storedY(0, y, stored), stored.width(), 1, line);
      }
      turned.getRaster().setPixels(0, y, upright.width(), 1, reverse ? reversed(line, backwards, bands) : line);
    }
    return turned;
  }

  private static int[] reversed(int[] line, int[] backwards, int bands) {
    for (int from = 0, to = line.length - bands; to >= 0; from += bands, to -= bands) {
      System.arraycopy(line, from, backwards, to, bands);
    }
    return backwards;
  }

  private static BufferedImage rotated(BufferedImage picture, double degrees, Dimensions after) {
    BufferedImage rotated = new BufferedImage(after.width(), after.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = rotated.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, after.width(), after.height());
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform turn = AffineTransform.getTranslateInstance(after.width() / 2d, after.height() / 2d);
    turn.rotate(Math.toRadians(degrees));
    turn.translate(-picture.getWidth() / 2d, -picture.getHeight() / 2d);
    pen.drawImage(picture, turn, null);
    pen.dispose();
    return rotated;
  }

  private BufferedImage adjusted(BufferedImage picture, Operation.Adjust adjust) {
    int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage adjusted = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    double[] matrix = adjust.matrix();
    int[] line = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y++) {
      deadline.check();
      picture.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int x = 0; x < line.length; x++) {
        line[x] = adjusted(line[x], matrix, adjust.offset());
      }
      adjusted.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return adjusted;
  }

  private static int adjusted(int argb, double[] matrix, double offset) {
    int red = argb >> 16 & 255;
    int green = argb >> 8 & 255;
    int blue = argb & 255;
    int result = argb >>> 24;
    for (int to = 0; to < 9; to += 3) {
      double sample = matrix[to] * red + matrix[to + 1] * green + matrix[to + 2] * blue + offset;
      result = result << 8 | Math.clamp(Math.round(sample), 0, 255);
    }
    return result;
  }
}
