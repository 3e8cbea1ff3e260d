package pms.processing.render;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Looks like a picture of full size to the JPEG reader, but has no pixels: each row that the reader sets is shrunk away at
 * once. So a picture of a hundred megapixels needs no more memory than its largest rendition.
 */
final class LineRaster extends WritableRaster {

  private final AreaShrink shrink;
  private final Deadline deadline;
  private int rows;

  LineRaster(Dimensions source, AreaShrink shrink, Deadline deadline) {
    super(model(source, shrink.bands()), new DataBufferByte(shrink.bands()), new Point());
    this.shrink = shrink;
    this.deadline = deadline;
  }

  /** How many rows have come. */
  int rows() {
    return rows;
  }

  @Override
  public void setRect(int x, int y, Raster row) {
    deadline.check();
    shrink.row(((DataBufferByte) row.getDataBuffer()).getData());
    rows++;
  }

  private static PixelInterleavedSampleModel model(Dimensions source, int bands) {
    int[] offsets = new int[bands];
    for (int band = 0; band < bands; band++) {
      offsets[band] = band;
    }
    int stride = source.width() * bands;
    return new PixelInterleavedSampleModel(
        DataBuffer.TYPE_BYTE, source.width(), source.height(), bands, stride, offsets);
  }
}
