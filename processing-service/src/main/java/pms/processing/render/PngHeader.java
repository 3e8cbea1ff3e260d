package pms.processing.render;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG before its pixels. */
final class PngHeader {

  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int ICCP = 0x69434350;
  private static final int EXIF = 0x65584966;
  private static final int MOST_CHUNK = 1 << 20;
  private static final int MOST_PROFILE = 4 << 20;

  private Dimensions stored;
  private int bytesPerPixel;
  private Orientation orientation = Orientation.NORMAL;
  private byte[] profile = {};

  static PngHeader read(Path file) throws Unrenderable, IOException {
    PngHeader header = new PngHeader();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.readLong();
      header.chunks(in);
    }
    if (header.stored == null) {
      throw Unrenderable.damaged(null);
    }
    return header;
  }

  Source source() {
    return new Source(Format.PNG, stored, orientation, Source.profile(profile), bytesPerPixel, 0);
  }

  private void chunks(DataInputStream in) throws Unrenderable, IOException {
    while (true) {
      int length = in.readInt();
      int type = in.readInt();
      if (length < 0) {
        throw Unrenderable.damaged(null);
      }
      if (type == IDAT || type == IEND) {
        return;
      }
      chunk(type, length, in);
      in.skipNBytes(4);
    }
  }

  private void chunk(int type, int length, DataInputStream in) throws Unrenderable, IOException {
    boolean wanted = type == IHDR || type == ICCP || type == EXIF;
    if (!wanted || length > MOST_CHUNK) {
      in.skipNBytes(length);
      return;
    }
    byte[] body = new byte[length];
    in.readFully(body);
    switch (type) {
      case IHDR -> size(body);
      case ICCP -> profile = inflate(body);
      default -> orientation = ExifOrientation.read(ByteBuffer.wrap(body));
    }
  }

  private void size(byte[] body) throws Unrenderable {
    ByteBuffer header = ByteBuffer.wrap(body);
    if (body.length < 13 || header.getInt(0) < 1 || header.getInt(4) < 1) {
      throw Unrenderable.damaged(null);
    }
    stored = new Dimensions(header.getInt(0), header.getInt(4));
    int samples = switch (body[9]) {
      case 2 -> 4;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
    bytesPerPixel = samples * (body[8] == 16 ? 2 : 1);
  }

  /** Name, zero, method, then the deflated profile; a profile that grows beyond all measure is left out. */
  private static byte[] inflate(byte[] body) {
    int name = 0;
    while (name < body.length && body[name] != 0) {
      name++;
    }
    if (name + 2 >= body.length) {
      return new byte[0];
    }
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(body, name + 2, body.length - name - 2))) {
      byte[] icc = in.readNBytes(MOST_PROFILE + 1);
      return icc.length > MOST_PROFILE ? new byte[0] : icc;
    } catch (IOException damaged) {
      // Colours without their profile are better than no picture.
      return new byte[0];
    }
  }

  private PngHeader() {}
}
