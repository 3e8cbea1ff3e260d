package pms.e2e.sample;

import static pms.e2e.sample.Paint.add;
import static pms.e2e.sample.Paint.mix;
import static pms.e2e.sample.Paint.step;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Ridge behind ridge, mist in every valley, the first light. */
final class MistyRidges implements Scene {
  private static final int RIDGES = 9;
  private static final Ramp SKY = Ramp.of(0, 0x7FA3C0, 0.35, 0xBFC9C8, 0.7, 0xF4D9B4, 1, 0xFBE6C4);
  private static final Ramp NEARER =
      Ramp.of(0, 0xE0C6AE, 0.3, 0xA9B0B2, 0.6, 0x5C7D8C, 0.85, 0x23454F, 1, 0x0C2229);
  private final Noise noise = new Noise(23);

  @Override
  public void paint(Canvas canvas) {
    float[] crests = crests(canvas);
    canvas.shade((x, y, before) -> colour(canvas, crests, x, y));
    canvas.draw(graphics -> birds(graphics, canvas.wide));
    canvas.develop(23, 11, 0.2f);
  }

  private float[] crests(Canvas canvas) {
    float[] crests = new float[RIDGES * canvas.width];
    for (int i = 0; i < RIDGES; i++) {
      float share = i / (RIDGES - 1f);
      for (int column = 0; column < canvas.width; column++) {
        float x = (float) column / canvas.height;
        float rough = noise.cloud(x * (1.4f + share) + i * 13.7f, i * 5.1f, 8)
            - 0.12f * noise.ridge(x * 2.2f + i * 3, i * 9f, 4);
        crests[i * canvas.width + column] =
            0.36f + 0.56f * (float) Math.pow(share, 1.25) - (0.26f + 0.1f * share) * rough;
      }
    }
    return crests;
  }

  /** On the two nearest ridges the outline is made of fir tops. */
  private float firs(float x, int ridge) {
    if (ridge < RIDGES - 3) return 0;
    float scale = ridge == RIDGES - 1 ? 34 : ridge == RIDGES - 2 ? 60 : 100;
    float height = 0;
    for (int shift = 0; shift < 2; shift++) {
      float place = x * scale + shift * 0.5f;
      int tree = (int) Math.floor(place);
      float off = Math.abs(place - tree - 0.5f) * 2;
      float tall = (0.6f + 1.6f * noise.dot(tree, ridge * 7 + shift)) / scale;
      float branches = 0.18f * (float) Math.abs(Math.sin(off * 17 + tree));
      height = Math.max(height, tall * Math.max(0, 1 - off * (1.05f + branches)));
    }
    return height;
  }

  private int colour(Canvas canvas, float[] crests, float x, float y) {
    int column = Math.min(canvas.width - 1, (int) (x * canvas.height + 0.5f));
    float dx = x - canvas.wide * 0.3f;
    float dy = y - 0.25f;
    float sun = (float) Math.exp(-(dx * dx + dy * dy) * 7);
    int colour = add(SKY.at(y / 0.5f), 0xFFD9A0, sun * 0.4f);
    for (int i = 0; i < RIDGES; i++) {
      float below = y - crests[i * canvas.width + column];
      if (below <= -0.08f || below + firs(x, i) <= 0) continue;
      float share = i / (RIDGES - 1f);
      float mist =
          step(0, 0.2f + 0.1f * share, below + 0.09f * noise.cloud(x * 2 + i, y * 7 + i * 3, 4))
              * (0.82f - 0.45f * share);
      colour = mix(NEARER.at(share), mix(0xF6DFC2, 0xC8D4D6, share), mist);
      colour = add(colour, 0xFFC98A, sun * 0.25f * (1 - share));
    }
    return colour;
  }

  private void birds(Graphics2D graphics, float wide) {
    graphics.setColor(new Color(0x3B4C55));
    graphics.setStroke(new BasicStroke(0.0016f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 9; i++) {
      float x = wide * 0.55f + i * 0.026f + 0.02f * noise.dot(i, 1);
      float y = 0.16f + 0.014f * Math.abs(i - 3) + 0.01f * noise.dot(i, 2);
      float wing = 0.007f + 0.004f * noise.dot(i, 3);
      Path2D bird = new Path2D.Float();
      bird.moveTo(x - wing, y - wing * 0.5f);
      bird.quadTo(x - wing * 0.4f, y - wing * 0.6f, x, y);
      bird.quadTo(x + wing * 0.4f, y - wing * 0.7f, x + wing, y - wing * 0.3f);
      graphics.draw(bird);
    }
  }
}
