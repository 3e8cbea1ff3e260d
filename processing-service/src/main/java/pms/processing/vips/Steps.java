package pms.processing.vips;

import java.util.Arrays;
import pms.processing.render.Dimensions;
import pms.processing.render.Focus;
import pms.processing.render.Operation;
import pms.processing.render.Operation.Adjust;
import pms.processing.render.Operation.Axis;
import pms.processing.render.Operation.Crop;
import pms.processing.render.Operation.Flip;
import pms.processing.render.Operation.Resize;
import pms.processing.render.Operation.Rotate;

/** The steps of an edit as libvips does them. */
final class Steps {

  private static final int BYTES = 0;

  static Picture apply(Operation step, Picture picture, Dimensions size, Scope scope) {
    Dimensions after = step.after(size);
    return switch (step) {
      case Crop crop -> picture.crop(crop.x(), crop.y(), after);
      case Rotate rotate when rotate.quarterTurns() >= 0 -> picture.then("rot", new Object[] {rotate.quarterTurns()});
      case Rotate rotate -> turned(picture, rotate.degrees(), after, scope);
      case Flip flip -> picture.then("flip", new Object[] {flip.axis() == Axis.HORIZONTAL ? 0 : 1});
      case Resize resize -> fitted(picture.scaled(resize.scaled(size)), after, Focus.CENTRE);
      case Adjust adjust -> adjusted(picture, adjust, scope);
    };
  }

  /** What was scaled, cropped to or laid on its final size. */
  static Picture fitted(Picture scaled, Dimensions to, Focus focus) {
    Dimensions size = scaled.size();
    if (to.width() > size.width() || to.height() > size.height()) {
      return scaled.onWhite((to.width() - size.width()) / 2, (to.height() - size.height()) / 2, to);
    }
    if (focus.attention() && !to.equals(size)) {
      return scaled.then("smartcrop", new Object[] {to.width(), to.height()}, "interesting", 3);
    }
    return scaled.crop(focus.left(size, to), focus.top(size, to), to);
  }

  /** Corners become white, of a picture with alpha transparent; the library's bounding box may differ by a pixel from ours. */
  private static Picture turned(Picture picture, double degrees, Dimensions to, Scope scope) {
    double[] corners = new double[picture.bands()];
    Arrays.fill(corners, 0, 3, 255);
    Picture turned = picture.hasAlpha() ? picture.then("premultiply") : picture;
    turned = turned.then("similarity", new Object[0], "angle", degrees, "background", scope.boxed(corners));
    turned = picture.hasAlpha() ? turned.then("unpremultiply") : turned;
    Dimensions size = turned.size();
    return turned.inBytes().onWhite((to.width() - size.width()) / 2, (to.height() - size.height()) / 2, to);
  }

  private static Picture adjusted(Picture picture, Adjust adjust, Scope scope) {
    int bands = picture.bands();
    double[] matrix = new double[bands * bands];
    double[] one = new double[bands];
    double[] offset = new double[bands];
    for (int band = 0; band < bands; band++) {
      matrix[band * bands + band] = 1;
      one[band] = 1;
      // The cast cuts fractions off.
      offset[band] = 0.5 + (band < 3 ? adjust.offset() : 0);
    }
    for (int band = 0; band < 3; band++) {
      System.arraycopy(adjust.matrix(), 3 * band, matrix, band * bands, 3);
    }
    Picture mixed = picture.then("recomb", new Object[] {scope.matrix(bands, bands, matrix).address()});
    Object[] linear = {scope.doubles(one), scope.doubles(offset), bands};
    return mixed.then("linear", linear)
        .then("cast", new Object[] {BYTES})
        .then("copy", new Object[0], "interpretation", Picture.SRGB);
  }

  private Steps() {}
}
