package pms.processing.render;

import static pms.processing.render.GridBomb.box;
import static pms.processing.render.GridBomb.full;
import static pms.processing.render.GridBomb.ints;
import static pms.processing.render.GridBomb.item;
import static pms.processing.render.GridBomb.joined;
import static pms.processing.render.GridBomb.shorts;
import static pms.processing.render.GridBomb.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Pictures as phones store them: made by libheif's own tool where it is there, and put together from its tiles. */
public final class HeicFiles {

  private static final List<String> PLACES = List.of("/usr/bin/heif-enc", "/usr/local/bin/heif-enc");

  /** Empty where no tool makes it (Debian's package libheif-examples has one). */
  public static Optional<byte[]> of(BufferedImage picture, Path folder) {
    return PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst().flatMap(tool -> encoded(tool, picture, folder));
  }

  private static Optional<byte[]> encoded(String tool, BufferedImage picture, Path folder) {
    try {
      Path png = Files.write(Files.createTempFile(folder, "scene", ".png"), TestPictures.png(picture));
      Path heic = png.resolveSibling(png.getFileName() + ".heic");
      Process encoding = new ProcessBuilder(tool, "-q", "90", png.toString(), "-o", heic.toString())
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      boolean done = encoding.waitFor(60, TimeUnit.SECONDS) && encoding.exitValue() == 0;
      encoding.destroyForcibly();
      return done ? Optional.of(Files.readAllBytes(heic)) : Optional.empty();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A picture of two by two tiles, as phones have dozens.
   *
   * @param properties boxes that say more of the picture, such as how it was held
   */
  static Optional<byte[]> grid(BufferedImage picture, Path folder, byte[]... properties) {
    int width = picture.getWidth() / 2;
    int height = picture.getHeight() / 2;
    List<byte[]> tiles = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      part.getGraphics().drawImage(picture, -(i % 2) * width, -(i / 2) * height, null);
      of(part, folder).ifPresent(tiles::add);
    }
    return tiles.size() == 4 ? Optional.of(grid(2, 2, width, height, tiles, properties)) : Optional.empty();
  }

  /** The same tile everywhere. */
  static byte[] grid(int columns, int rows, byte[] tile, int width, int height) {
    return grid(columns, rows, width, height, Collections.nCopies(columns * rows, tile));
  }

  /** @param quarters to the left */
  static byte[] turned(int quarters) {
    return box("irot", new byte[] {(byte) quarters});
  }

  static byte[] profile(byte[] icc) {
    return box("colr", text("prof"), icc);
  }

  private static byte[] grid(int columns, int rows, int width, int height, List<byte[]> tiles, byte[]... properties) {
    byte[] grid = joined(new byte[] {0, 1, (byte) (rows - 1), (byte) (columns - 1)}, ints(columns * width, rows * height));
    List<byte[]> contents = new ArrayList<>(List.of(grid));
    tiles.forEach(tile -> contents.add(content(tile, "mdat")));
    byte[] sizes = box("ipco", joined(
        full("ispe", 0, ints(columns * width, rows * height)), full("ispe", 0, ints(width, height)),
        box("hvcC", content(tiles.getFirst(), "hvcC")), joined(properties)));
    return joined(
        box("ftyp", text("heic"), ints(0), text("mif1"), text("heic")),
        full("meta", 0, full("hdlr", 0, ints(0), text("pict"), ints(0, 0, 0), new byte[1]), full("pitm", 0, shorts(1)), places(contents),
            items(tiles.size()), full("iref", 0, tilesOfGrid(tiles.size())), box("iprp", sizes, whose(tiles.size(), properties.length)),
            box("idat", joined(contents.toArray(byte[][]::new)))));
  }

  private static byte[] items(int tiles) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(item(1, "grid"));
    for (int i = 0; i < tiles; i++) {
      // Not to be shown by itself.
      byte[] tile = item(2 + i, "hvc1");
      tile[11] = 1;
      all.writeBytes(tile);
    }
    return full("iinf", 0, shorts(1 + tiles), all.toByteArray());
  }

  private static byte[] tilesOfGrid(int tiles) {
    ByteBuffer made = ByteBuffer.allocate(4 + 2 * tiles).putShort((short) 1).putShort((short) tiles);
    for (int i = 0; i < tiles; i++) {
      made.putShort((short) (2 + i));
    }
    return box("dimg", made.array());
  }

  /** All of them in the box of data. */
  private static byte[] places(List<byte[]> contents) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int at = 0;
    for (int i = 0; i < contents.size(); i++) {
      all.writeBytes(joined(shorts(1 + i, 1, 0, 1), ints(at, contents.get(i).length)));
      at += contents.get(i).length;
    }
    return full("iloc", 1 << 24, new byte[] {0x44, 0}, shorts(contents.size()), all.toByteArray());
  }

  /** Which properties are the grid's and which those of a tile; who does not understand how it was held must not show it. */
  private static byte[] whose(int tiles, int more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(joined(shorts(1), new byte[] {(byte) (1 + more), 1}));
    for (int i = 0; i < more; i++) {
      all.write(0x80 | 4 + i);
    }
    for (int i = 0; i < tiles; i++) {
      all.writeBytes(joined(shorts(2 + i), new byte[] {2, 2, (byte) 0x83}));
    }
    return full("ipma", 0, ints(1 + tiles), all.toByteArray());
  }

  private static byte[] content(byte[] file, String type) {
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
    int length = ByteBuffer.wrap(file).getInt(at - 4);
    return Arrays.copyOfRange(file, at + 4, length == 0 ? file.length : at - 4 + length);
  }

  private HeicFiles() {}
}
