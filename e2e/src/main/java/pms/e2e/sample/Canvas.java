package pms.e2e.sample;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A picture being painted: by pixel (places run 0…1 downwards and 0…{@link #wide} to the right) or with Java2D in the same units.
 * It is painted at half its size, which takes a quarter of the time, and brought to full size when it is developed.
 */
public final class Canvas {
  private static final float DRAFT = 0.5f;
  final int width;
  final int height;
  final float wide;
  private final BufferedImage image;
  private final int[] pixels;
  private final int fullWidth;
  private final int fullHeight;
  private BufferedImage developed;

  /** Gives the colour of one place; {@code before} is what was there. */
  interface Shader {
    int at(float x, float y, int before);
  }

  Canvas(int width, int height) {
    this(width, height, Math.round(width * DRAFT), Math.round(height * DRAFT));
  }

  private Canvas(int fullWidth, int fullHeight, int width, int height) {
    this.fullWidth = fullWidth;
    this.fullHeight = fullHeight;
    this.width = width;
    this.height = height;
    this.wide = (float) fullWidth / fullHeight;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  void shade(Shader shader) {
    shade(0, 1, shader);
  }

  void shade(float top, float bottom, Shader shader) {
    float unit = 1f / height;
    IntStream.range(Math.max(0, (int) (top * height)), Math.min(height, (int) (bottom * height)))
        .parallel()
        .forEach(row -> {
          int at = row * width;
          for (int column = 0; column < width; column++, at++) {
            pixels[at] = shader.at(column * unit, row * unit, pixels[at]);
          }
        });
  }

  /** Draws with smooth edges; one unit is the picture's height. */
  void draw(Consumer<Graphics2D> drawing) {
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(height, height);
      drawing.accept(graphics);
    } finally {
      graphics.dispose();
    }
  }

  int colourAt(float x, float y) {
    int column = Math.clamp((int) (x * height), 0, width - 1);
    int row = Math.clamp((int) (y * height), 0, height - 1);
    return pixels[row * width + column];
  }

  /** What a lens and a sensor add: darker corners, and a soft grain that also hides the steps of long gradients. */
  void develop(int seed, float grain, float vignette) {
    Canvas full = new Canvas(fullWidth, fullHeight, fullWidth, fullHeight);
    Noise noise = new Noise(seed);
    float halfWide = wide / 2;
    full.shade((x, y, before) -> {
      int hash = noise.hash((int) (x * fullHeight + 0.5f), (int) (y * fullHeight + 0.5f));
      float g = ((hash & 255) + (hash >>> 8 & 255) + (hash >>> 16 & 255) - 382.5f) / 382.5f * grain;
      float dx = (x - halfWide) / halfWide;
      float dy = (y - 0.5f) * 2;
      float shadow = 1 - vignette * (dx * dx + dy * dy) * 0.5f;
      int soft = between(x * height, y * height);
      return Paint.rgb(
          (soft >> 16 & 255) * shadow + g,
          (soft >> 8 & 255) * shadow + g,
          (soft & 255) * shadow + g);
    });
    developed = full.image;
  }

  BufferedImage developed() {
    return developed;
  }

  /** The colour between four pixels. */
  private int between(float column, float row) {
    int left = Math.min((int) column, width - 2);
    int top = Math.min((int) row, height - 2);
    int at = top * width + left;
    float across = column - left;
    int above = Paint.mix(pixels[at], pixels[at + 1], across);
    int below = Paint.mix(pixels[at + width], pixels[at + width + 1], across);
    return Paint.mix(above, below, row - top);
  }
}
