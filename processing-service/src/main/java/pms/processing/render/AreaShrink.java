package pms.processing.render;

/**
 * Shrinks a picture row by row while it is decoded, so that only the result is ever in memory. Each target pixel is the
 * exact average of the area it covers.
 */
final class AreaShrink {

  private static final int ONE = 256;
  private static final double NOTHING = 1e-6;

  private final int bands;
  private final Dimensions target;
  private final double rowsEach;
  private final int[] first;
  private final int[] last;
  private final int[] firstWeight;
  private final int[] lastWeight;
  private final float[] normal;
  private final int[] line;
  private final float[] sums;
  private final byte[] pixels;
  private int sourceRow;
  private int targetRow;

  /** @param target in no direction larger than the source */
  AreaShrink(Dimensions source, Dimensions target, int bands) {
    this.bands = bands;
    this.target = target;
    this.rowsEach = (double) source.height() / target.height();
    int width = target.width();
    this.first = new int[width];
    this.last = new int[width];
    this.firstWeight = new int[width];
    this.lastWeight = new int[width];
    this.normal = new float[width];
    weigh(source.width(), width);
    this.line = new int[width * bands];
    this.sums = new float[width * bands];
    this.pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, target.height()), bands)];
  }

  private void weigh(int source, int width) {
    double each = (double) source / width;
    for (int x = 0; x < width; x++) {
      double from = x * each;
      double to = Math.min(source, from + each);
      first[x] = (int) from;
      last[x] = Math.max(first[x], Math.min(source, (int) Math.ceil(to - NOTHING)) - 1);
      boolean single = first[x] == last[x];
      firstWeight[x] = single ? ONE : (int) Math.round((first[x] + 1 - from) * ONE);
      lastWeight[x] = single ? 0 : (int) Math.round((to - last[x]) * ONE);
      int inner = Math.max(0, last[x] - first[x] - 1);
      normal[x] = (float) (1 / ((firstWeight[x] + lastWeight[x] + (double) inner * ONE) * rowsEach));
    }
  }

  /** Takes the next row: interleaved samples, as many bands as agreed. */
  void row(byte[] samples) {
    if (targetRow == target.height()) {
      return;
    }
    if (bands == 3) {
      averageThree(samples);
    } else {
      averageAny(samples);
    }
    double end = (targetRow + 1) * rowsEach;
    sourceRow++;
    if (sourceRow < end - NOTHING) {
      add(1);
      return;
    }
    float rest = (float) Math.max(0, sourceRow - end);
    add(1 - rest);
    flush();
    add(rest);
  }

  /** The shrunken picture: interleaved samples, row by row. */
  byte[] pixels() {
    return pixels;
  }

  int bands() {
    return bands;
  }

  Dimensions dimensions() {
    return target;
  }

  private void averageThree(byte[] samples) {
    for (int x = 0, to = 0; x < first.length; x++, to += 3) {
      int from = first[x] * 3;
      int end = last[x] * 3;
      int weight = firstWeight[x];
      int a = (samples[from] & 255) * weight;
      int b = (samples[from + 1] & 255) * weight;
      int c = (samples[from + 2] & 255) * weight;
      int innerA = 0;
      int innerB = 0;
      int innerC = 0;
      for (from += 3; from < end; from += 3) {
        innerA += samples[from] & 255;
        innerB += samples[from + 1] & 255;
        innerC += samples[from + 2] & 255;
      }
      weight = lastWeight[x];
      line[to] = a + innerA * ONE + (samples[end] & 255) * weight;
      line[to + 1] = b + innerB * ONE + (samples[end + 1] & 255) * weight;
      line[to + 2] = c + innerC * ONE + (samples[end + 2] & 255) * weight;
    }
  }

  private void averageAny(byte[] samples) {
    for (int x = 0; x < first.length; x++) {
      for (int band = 0; band < bands; band++) {
        int sum = (samples[first[x] * bands + band] & 255) * firstWeight[x];
        for (int i = first[x] + 1; i < last[x]; i++) {
          sum += (samples[i * bands + band] & 255) * ONE;
        }
        line[x * bands + band] = sum + (samples[last[x] * bands + band] & 255) * lastWeight[x];
      }
    }
  }

  private void add(float weight) {
    if (weight == 0) {
      return;
    }
    for (int i = 0; i < line.length; i++) {
      sums[i] += line[i] * weight;
    }
  }

  private void flush() {
    int to = targetRow * sums.length;
    for (int x = 0, i = 0; x < first.length; x++) {
      for (int band = 0; band < bands; band++, i++) {
        pixels[to + i] = (byte) Math.min(255, (int) (sums[i] * normal[x] + 0.5f));
        sums[i] = 0;
      }
    }
    targetRow++;
  }
}
