package pms.e2e.sample;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of the sizes that phones and cameras take, to be measured with. They are painted once; it takes about a minute. */
public final class PhonePictures {
  private static final float QUALITY = 0.93f;

  /** Long sides: six pictures of 12 megapixels, one of 24, one of 48. */
  private static final int[] LONG_SIDES = {4032, 4000, 4032, 4000, 4032, 4032, 5712, 8064};

  private static final int WIDE = 11_656;
  private static final int HIGH = 8_742;

  private PhonePictures() {}

  /** Told how far it is. */
  public interface Progress {
    void painted(int done, int all);
  }

  /** With what phones write into theirs: orientation, and the profile of sRGB or of a wider screen. */
  public static Path profiled(Path folder, Progress progress) throws IOException {
    return paint(folder, progress, true);
  }

  /** The same without profiles. */
  public static Path plain(Path folder, Progress progress) throws IOException {
    return paint(folder, progress, false);
  }

  /** 102 megapixels, tiled from a smaller picture. */
  public static Path hundredMegapixels(Path file, Path tile) throws IOException {
    if (Files.exists(file)) return file;
    BufferedImage large = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(tile)));
    Graphics2D pen = large.createGraphics();
    for (int y = 0; y < HIGH; y += small.getHeight()) {
      for (int x = 0; x < WIDE; x += small.getWidth()) {
        pen.drawImage(small, x, y, null);
      }
    }
    pen.dispose();
    return write(file, Jpeg.encode(large, QUALITY, PictureFacts.NONE));
  }

  private static Path paint(Path folder, Progress progress, boolean profiled) throws IOException {
    Files.createDirectories(folder);
    List<SamplePicture> all = SamplePictures.all().subList(0, LONG_SIDES.length);
    for (int i = 0; i < all.size(); i++) {
      progress.painted(i, all.size());
      Path file = folder.resolve(String.format("phone-%d.jpg", i));
      if (Files.exists(file)) continue;
      Path other = folder.resolveSibling("plain").resolve(file.getFileName());
      byte[] jpeg = Files.exists(other) ? Files.readAllBytes(other) : sized(all.get(i), LONG_SIDES[i]).jpeg();
      boolean wide = i % 2 == 0;
      write(file, profiled ? ColourProfile.in(jpeg, wide ? ColourProfile.displayP3() : ColourProfile.srgb()) : jpeg);
    }
    progress.painted(all.size(), all.size());
    return folder;
  }

  /** Four by three, as phones do. */
  private static SamplePicture sized(SamplePicture picture, int longSide) {
    boolean portrait = picture.height() > picture.width();
    int shortSide = longSide / 4 * 3;
    return new SamplePicture(
        picture.fileName(), portrait ? shortSide : longSide, portrait ? longSide : shortSide, picture.facts(), picture.scene());
  }

  private static Path write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path painting = Files.createTempFile(file.getParent(), ".painting", ".part");
    Files.write(painting, bytes);
    return Files.move(painting, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
