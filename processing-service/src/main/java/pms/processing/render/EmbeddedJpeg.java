package pms.processing.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JPEG within another file.
 *
 * @param exif whether it has EXIF of its own, and so its own orientation
 */
record EmbeddedJpeg(long offset, long length, long pixels, boolean exif) {

  private static final int MOST_SEGMENTS = 200;
  private static final int START = 0xFFD8;

  /** If it is one that a browser could show too: RAW data themselves may be a lossless JPEG. */
  static Optional<EmbeddedJpeg> at(FileChannel file, long offset, long length) throws IOException {
    if (offset <= 0 || length < 100 || offset > file.size() - length || marker(file, offset) != START) {
      return Optional.empty();
    }
    boolean exif = false;
    long at = offset + 2;
    for (int i = 0; i < MOST_SEGMENTS; i++) {
      ByteBuffer segment = TiffWalk.read(file, at, 10, ByteOrder.BIG_ENDIAN);
      if (segment.limit() < 10 || segment.get(0) != (byte) 0xFF) {
        return Optional.empty();
      }
      int marker = segment.get(1) & 255;
      if (marker >= 0xC0 && marker <= 0xC2) {
        long pixels = (long) Short.toUnsignedInt(segment.getShort(5)) * Short.toUnsignedInt(segment.getShort(7));
        return segment.get(4) == 8 ? Optional.of(new EmbeddedJpeg(offset, length, pixels, exif)) : Optional.empty();
      }
      if (marker == 0xC3 || marker == 0xDA) {
        return Optional.empty();
      }
      exif |= marker == 0xE1 && segment.getInt(4) == 0x45786966;
      at += 2 + Short.toUnsignedInt(segment.getShort(2));
    }
    return Optional.empty();
  }

  private static int marker(FileChannel file, long offset) throws IOException {
    ByteBuffer two = TiffWalk.read(file, offset, 2, ByteOrder.BIG_ENDIAN);
    return two.limit() < 2 ? 0 : Short.toUnsignedInt(two.getShort());
  }

  /** As a file of its own, with the orientation of the whole where it has none. */
  void write(FileChannel from, int orientation, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to); WritableByteChannel channel = Channels.newChannel(out)) {
      out.write(new byte[] {(byte) 0xFF, (byte) 0xD8});
      if (!exif) {
        out.write(orientation(orientation));
      }
      long at = offset + 2;
      while (at < offset + length) {
        at += from.transferTo(at, offset + length - at, channel);
      }
    }
  }

  private static byte[] orientation(int value) {
    ByteBuffer segment = ByteBuffer.allocate(36).putShort((short) 0xFFE1).putShort((short) 34);
    segment.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 1);
    return segment.putShort((short) TiffWalk.ORIENTATION).putShort((short) 3).putInt(1).putShort((short) value).array();
  }
}
