package pms.processing.render;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageTypeSpecifier;

/** Small sound files of every kind that people have, and what is done to them: seeded, so that a failure can be seen again. */
public final class HostileSeeds {

  /** Ways to damage a file. */
  public static final List<String> WAYS = List.of("flipped", "cut", "measured", "spliced");

  public static final BufferedImage SCENE = TestPictures.photograph(160, 120);
  private static final int[] EXTREMES = {0, 1, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, -1};

  /** By their names; what only an engine can write is added by its user. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new TreeMap<>();
    jpegs(all);
    pngs(all);
    others(all);
    raws(all);
    return all;
  }

  private static void jpegs(Map<String, byte[]> all) {
    byte[] plain = TestPictures.jpeg(SCENE);
    all.put("jpeg turned", TestPictures.withOrientation(plain, 6, true));
    all.put("jpeg mirrored, big endian", TestPictures.withOrientation(plain, 2, false));
    all.put("jpeg progressive", TestPictures.jpeg(SCENE, true));
    all.put("jpeg grey", TestPictures.jpeg(grey(BufferedImage.TYPE_BYTE_GRAY)));
    all.put("jpeg ink", TestPictures.cmykJpeg(64, 64, 9, 99, 199, 9));
    all.put("jpeg profile", TestPictures.withProfile(plain, ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)));
    all.put("jpeg xmp", TestPictures.withXmp(plain, "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"));
    all.put("jpeg tiny", TestPictures.jpeg(TestPictures.scene(3, 2)));
  }

  private static void pngs(Map<String, byte[]> all) {
    all.put("png", TestPictures.png(SCENE));
    all.put("png interlaced", TestPictures.interlacedPng(SCENE));
    all.put("png alpha", TestPictures.png(veil()));
    all.put("png palette", TestPictures.png(drawn(BufferedImage.TYPE_BYTE_INDEXED)));
    all.put("png one bit", TestPictures.png(drawn(BufferedImage.TYPE_BYTE_BINARY)));
    all.put("png grey", TestPictures.png(grey(BufferedImage.TYPE_BYTE_GRAY)));
    all.put("png grey deep", TestPictures.png(grey(BufferedImage.TYPE_USHORT_GRAY)));
    all.put("png deep", TestPictures.png(deep()));
  }

  private static void others(Map<String, byte[]> all) {
    all.put("gif", TestPictures.gif(SCENE));
    all.put("gif moving", TestPictures.animation(64, 48, 0xFF0000, 0x00FF00, 0x0000FF));
    all.put("gif alpha", TestPictures.gif(veil()));
    all.put("bmp", TestPictures.encoded("bmp", SCENE));
    all.put("bmp palette", TestPictures.encoded("bmp", drawn(BufferedImage.TYPE_BYTE_INDEXED)));
    all.put("bmp one bit", TestPictures.encoded("bmp", drawn(BufferedImage.TYPE_BYTE_BINARY)));
    all.put("tiff", TestPictures.encoded("tiff", SCENE));
    all.put("tiff grey", TestPictures.encoded("tiff", grey(BufferedImage.TYPE_BYTE_GRAY)));
    all.put("tiff alpha", TestPictures.encoded("tiff", veil()));
    all.put("tiff one bit", TestPictures.encoded("tiff", drawn(BufferedImage.TYPE_BYTE_BINARY)));
    all.put("avif grid", GridBomb.of("avif", "av01", 512));
    all.put("heic grid", GridBomb.of("heic", "hvc1", 512));
    all.put("svg", latin("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"));
  }

  private static void raws(Map<String, byte[]> all) {
    byte[] large = TestPictures.jpeg(SCENE);
    byte[] small = TestPictures.jpeg(TestPictures.scene(40, 30));
    all.put("dng", RawFiles.tiff("II*\0", 7, RawFiles.JPEG, 1, large, small));
    all.put("nef", RawFiles.tiff("MM\0*", 34713, RawFiles.JPEG, 6, large, small));
    all.put("arw", RawFiles.tiff("II*\0", 32767, RawFiles.STRIP, 1, large, small));
    all.put("cr2", RawFiles.canon(large, small));
    all.put("rw2", RawFiles.tiff("IIU", 7, RawFiles.JPEG, 1, large, small));
    all.put("orf", RawFiles.tiff("IIRO", 7, RawFiles.JPEG, 1, large, small));
    all.put("orf big endian", RawFiles.tiff("MMOR", 7, RawFiles.JPEG, 1, large, small));
    all.put("raf", RawFiles.fuji(large));
  }

  /** @param others whose end may be put onto its head */
  public static byte[] damaged(String how, byte[] seed, Map<String, byte[]> others, Random random) {
    return switch (how) {
      case "flipped" -> flipped(seed.clone(), random);
      case "cut" -> Arrays.copyOf(seed, (int) ((long) seed.length * random.nextInt(64) / 64));
      case "measured" -> measured(seed.clone(), random);
      default -> spliced(seed, List.copyOf(others.values()), random);
    };
  }

  /** Half of them where lengths and sizes are. */
  private static byte[] flipped(byte[] file, Random random) {
    for (int flip = 1 + random.nextInt(8); flip > 0; flip--) {
      int range = random.nextBoolean() ? Math.min(200, file.length) : file.length;
      file[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  /** Of a file that is made of boxes. */
  public static byte[] withFlippedPixels(byte[] file, Random random) {
    byte[] flipped = file.clone();
    int start = new String(file, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
    for (int flip = 1 + random.nextInt(4); flip > 0; flip--) {
      flipped[start + random.nextInt(file.length - start)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** A number of two or four bytes becomes an extreme one. */
  private static byte[] measured(byte[] file, Random random) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int at = 4 + random.nextInt(Math.min(300, file.length) - 8);
    int value = EXTREMES[random.nextInt(EXTREMES.length)];
    return random.nextBoolean() ? bytes.putInt(at, value).array() : bytes.putShort(at, (short) value).array();
  }

  /** How it begins, then how another one of any kind goes on. */
  private static byte[] spliced(byte[] seed, List<byte[]> all, Random random) {
    byte[] other = all.get(random.nextInt(all.size()));
    int head = 12 + random.nextInt(seed.length - 12);
    int from = random.nextInt(other.length);
    byte[] spliced = Arrays.copyOf(seed, head + other.length - from);
    System.arraycopy(other, from, spliced, head, other.length - from);
    return spliced;
  }

  private static BufferedImage drawn(int type) {
    BufferedImage drawn = new BufferedImage(SCENE.getWidth(), SCENE.getHeight(), type);
    var pen = drawn.createGraphics();
    pen.drawImage(SCENE, 0, 0, null);
    pen.dispose();
    return drawn;
  }

  private static BufferedImage grey(int type) {
    BufferedImage grey = new BufferedImage(90, 70, type);
    int most = type == BufferedImage.TYPE_USHORT_GRAY ? 0xFFFF : 0xFF;
    for (int i = 0; i < 90 * 70; i++) {
      grey.getRaster().setSample(i % 90, i / 90, 0, i * 37 & most);
    }
    return grey;
  }

  private static BufferedImage veil() {
    BufferedImage veil = new BufferedImage(80, 60, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 80 * 60; i++) {
      veil.setRGB(i % 80, i / 80, new Color(i % 80 * 3, 90, 200, i / 80 * 4).getRGB());
    }
    return veil;
  }

  private static BufferedImage deep() {
    BufferedImage deep = ImageTypeSpecifier.createInterleaved(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), new int[] {0, 1, 2}, DataBuffer.TYPE_USHORT, false, false)
        .createBufferedImage(50, 40);
    for (int i = 0; i < 2000; i++) {
      deep.getRaster().setPixel(i % 50, i / 50, new int[] {i * 31, 0x8080, 0xFFFF - i});
    }
    return deep;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private HostileSeeds() {}
}
