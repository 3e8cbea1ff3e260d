package pms.processing.render;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a JPEG and shrinks it in the same pass. The samples stay in the colours of the file. */
final class JpegDecoder {

  /** Rows that the decoder may still hold back when it looks for more data than there has to be. */
  private static final int HELD_BACK = 64;

  private static final String END_OF_FILE = "Truncated File - Missing EOI marker";
  private static final String END_OF_DATA = "premature end of data segment";

  private final JpegHeader header;
  private final Dimensions stored;
  private final Deadline deadline;
  private boolean endOfFile;
  private boolean endOfData;
  private int rowsAtEnd = Integer.MAX_VALUE;

  JpegDecoder(JpegHeader header, Dimensions stored, Deadline deadline) {
    this.header = header;
    this.stored = stored;
    this.deadline = deadline;
  }

  AreaShrink decode(Path file, Dimensions target) throws Unrenderable {
    int bands = header.components();
    if (bands != 1 && bands != 3 && bands != 4) {
      throw Unrenderable.unsupported("JPEG with " + bands + " colour components");
    }
    AreaShrink shrink = new AreaShrink(stored, target, bands);
    LineRaster rows = new LineRaster(stored, shrink, deadline);
    try (ImageInputStream in = Readers.open(file)) {
      ImageReader reader = Readers.of(Format.JPEG, in);
      reader.addIIOReadWarningListener((source, warning) -> warned(warning, rows));
      try {
        reader.read(0, into(rows, bands));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw Readers.reason(e);
    }
    refuseTruncated(rows);
    return shrink;
  }

  /** Naming the bands stops the reader from converting colours row by row, which is slow: that comes after shrinking. */
  private static ImageReadParam into(LineRaster rows, int bands) {
    ComponentColorModel colours =
        new ComponentColorModel(new Bands(bands), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    ImageReadParam into = new ImageReadParam();
    into.setDestination(new BufferedImage(colours, rows, false, null));
    into.setSourceBands(IntStream.range(0, bands).toArray());
    return into;
  }

  private void warned(String warning, LineRaster rows) {
    if (warning.contains(END_OF_FILE)) {
      endOfFile = true;
      rowsAtEnd = rows.rows();
    }
    endOfData |= warning.contains(END_OF_DATA);
  }

  /** The reader fills what is missing with grey and only warns. */
  private void refuseTruncated(LineRaster rows) throws Unrenderable {
    if (rows.rows() < stored.height()) {
      throw Unrenderable.endsEarly();
    }
    boolean onlyTheMarkerIsMissing = !endOfData && rowsAtEnd >= stored.height() - HELD_BACK;
    if (endOfFile && (header.progressive() || !onlyTheMarkerIsMissing)) {
      throw Unrenderable.endsEarly();
    }
    if (endOfData && !header.restarts()) {
      throw Unrenderable.endsEarly();
    }
  }

  /** Samples without a meaning yet. */
  private static final class Bands extends ColorSpace {

    Bands(int bands) {
      super(bands == 1 ? TYPE_GRAY : bands == 3 ? TYPE_RGB : TYPE_CMYK, bands);
    }

    @Override
    public float[] toRGB(float[] samples) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromRGB(float[] rgb) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] toCIEXYZ(float[] samples) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromCIEXYZ(float[] xyz) {
      throw new UnsupportedOperationException();
    }
  }
}
