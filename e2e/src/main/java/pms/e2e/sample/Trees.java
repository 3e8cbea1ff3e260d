package pms.e2e.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Trees in the colour that is set. */
final class Trees {
  private Trees() {}

  /** A ragged fir whose foot stands at (x, y). */
  static void fir(Graphics2D graphics, float x, float y, float tall, Random random) {
    Path2D path = new Path2D.Float();
    path.moveTo(x, y - tall);
    int tiers = 11;
    float[] reach = new float[tiers];
    for (int i = 0; i < tiers; i++) {
      reach[i] = tall * 0.21f * (i + 1) / tiers * (0.75f + 0.5f * random.nextFloat());
    }
    for (int i = 0; i < tiers; i++) {
      tier(path, x, y - tall + tall * 0.94f * (i + 1) / tiers, reach[i], tall);
    }
    path.lineTo(x + tall * 0.015f, y - tall * 0.06f);
    path.lineTo(x + tall * 0.015f, y);
    path.lineTo(x - tall * 0.015f, y);
    path.lineTo(x - tall * 0.015f, y - tall * 0.06f);
    for (int i = tiers - 1; i >= 0; i--) {
      backTier(
          path,
          x,
          y - tall + tall * 0.94f * (i + 1) / tiers,
          reach[tiers - 1 - (tiers - 1 - i)] * 1.05f,
          tall);
    }
    path.closePath();
    graphics.fill(path);
  }

  private static void tier(Path2D path, float x, float y, float reach, float tall) {
    path.quadTo(x + reach * 0.45f, y - tall * 0.035f, x + reach, y);
    path.lineTo(x + reach * 0.42f, y - tall * 0.018f);
  }

  private static void backTier(Path2D path, float x, float y, float reach, float tall) {
    path.lineTo(x - reach * 0.42f, y - tall * 0.018f);
    path.lineTo(x - reach, y);
    path.quadTo(x - reach * 0.45f, y - tall * 0.035f, x - reach * 0.2f, y - tall * 0.06f);
  }

  /** A fir with snow on every branch. */
  static void snowyFir(
      Graphics2D graphics, float x, float y, float tall, int needles, int snow, Random random) {
    int tiers = 9;
    for (int i = tiers - 1; i >= 0; i--) {
      float share = (i + 1f) / tiers;
      float reach = tall * 0.27f * share * (0.85f + 0.3f * random.nextFloat());
      float low = y - tall * (1 - share) * 0.98f - tall * 0.02f;
      float peak = low - tall * (0.13f + 0.1f * share);
      graphics.setColor(new Color(needles));
      graphics.fill(bough(x, low, peak, reach, 0.05f * tall * share));
      graphics.setColor(Shapes.colour(snow, 0.93f));
      graphics.fill(bough(
          x + reach * 0.06f,
          low - tall * 0.028f * (0.6f + share),
          peak - tall * 0.006f,
          reach * (0.82f + 0.1f * random.nextFloat()),
          0.06f * tall * share));
    }
  }

  private static Path2D bough(float x, float low, float peak, float reach, float droop) {
    Path2D path = new Path2D.Float();
    path.moveTo(x, peak);
    path.quadTo(x + reach * 0.35f, low - droop * 1.2f, x + reach, low);
    path.quadTo(x + reach * 0.6f, low - droop * 0.1f, x + reach * 0.45f, low - droop * 0.55f);
    path.quadTo(x + reach * 0.2f, low + droop * 0.6f, x, low - droop * 0.2f);
    path.quadTo(x - reach * 0.2f, low + droop * 0.6f, x - reach * 0.45f, low - droop * 0.55f);
    path.quadTo(x - reach * 0.6f, low - droop * 0.1f, x - reach, low);
    path.quadTo(x - reach * 0.35f, low - droop * 1.2f, x, peak);
    path.closePath();
    return path;
  }
}
