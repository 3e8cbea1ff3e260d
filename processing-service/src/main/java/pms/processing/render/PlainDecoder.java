package pms.processing.render;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.stream.ImageInputStream;

/** Decodes formats whose reader wants the whole picture in memory; where that is too much, it leaves out rows and columns. */
final class PlainDecoder {

  private final Source source;
  private final Deadline deadline;
  private Optional<ICC_Profile> profile = Optional.empty();

  PlainDecoder(Source source, Deadline deadline) {
    this.source = source;
    this.deadline = deadline;
  }

  /** Bytes of the decoded picture when only every n-th row and column is kept. */
  static long memory(Source source, int every) {
    return source.stored().pixels() / every / every * source.bytesPerPixel();
  }

  AreaShrink decode(Path file, Dimensions target, int every) throws Unrenderable {
    BufferedImage picture = read(file, every);
    Dimensions found = new Dimensions(picture.getWidth(), picture.getHeight());
    boolean alpha = picture.getColorModel().hasAlpha();
    AreaShrink shrink = new AreaShrink(found, within(target, found), alpha ? 4 : 3);
    Rows rows = Rows.of(picture);
    profile = profileOf(picture.getColorModel());
    for (int y = 0; y < found.height(); y++) {
      deadline.check();
      shrink.row(rows.row(y));
    }
    return shrink;
  }

  /** A profile that only the decoder found. */
  Optional<ICC_Profile> profile() {
    return profile;
  }

  private BufferedImage read(Path file, int every) throws Unrenderable {
    try (ImageInputStream in = Readers.open(file)) {
      ImageReader reader = Readers.of(source.format(), in);
      reader.addIIOReadUpdateListener(new EachRow(deadline));
      try {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, wanted);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw Readers.reason(e);
    }
  }

  private static Dimensions within(Dimensions target, Dimensions found) {
    return new Dimensions(Math.min(target.width(), found.width()), Math.min(target.height(), found.height()));
  }

  private static Optional<ICC_Profile> profileOf(ColorModel colours) {
    ColorSpace space = colours.getColorSpace();
    boolean embedded = space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB();
    return embedded && space instanceof ICC_ColorSpace icc ? Optional.of(icc.getProfile()) : Optional.empty();
  }

  private record EachRow(Deadline deadline) implements IIOReadUpdateListener {

    @Override
    public void imageUpdate(
        ImageReader reader, BufferedImage picture, int x, int y, int width, int height, int stepX, int stepY, int[] bands) {
      deadline.check();
    }

    @Override
    public void passStarted(
        ImageReader reader, BufferedImage picture, int pass, int min, int max, int x, int y, int stepX, int stepY, int[] bands) {
      deadline.check();
    }

    @Override
    public void passComplete(ImageReader reader, BufferedImage picture) {
      deadline.check();
    }

    @Override
    public void thumbnailUpdate(
        ImageReader reader, BufferedImage picture, int x, int y, int width, int height, int stepX, int stepY, int[] bands) {
      deadline.check();
    }

    @Override
    public void thumbnailPassStarted(
        ImageReader reader, BufferedImage picture, int pass, int min, int max, int x, int y, int stepX, int stepY, int[] bands) {
      deadline.check();
    }

    @Override
    public void thumbnailPassComplete(ImageReader reader, BufferedImage picture) {
      deadline.check();
    }
  }
}
