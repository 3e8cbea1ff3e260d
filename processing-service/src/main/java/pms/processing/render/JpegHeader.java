package pms.processing.render;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The marker segments of a JPEG up to its first scan. */
public final class JpegHeader {

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int MOST_PROFILE = 4 << 20;
  private static final int PART = 1 << 16;

  /** Of a progressive picture; ten are usual. Each is another pass over all of it. */
  private static final int MOST_SCANS = 200;

  private Dimensions stored;
  private int components;
  private double samplesPerPixel;
  private boolean progressive;
  private boolean restarts;
  private Orientation orientation = Orientation.NORMAL;
  private boolean exifSeen;
  private final Map<Integer, byte[]> profile = new TreeMap<>();
  private int profileBytes;

  static JpegHeader read(Path file) throws Unrenderable, IOException {
    JpegHeader header = new JpegHeader();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.readUnsignedShort();
      header.segments(in);
    }
    return header;
  }

  Source source() {
    return new Source(Format.JPEG, stored, orientation, Source.profile(profile()), 0, kept());
  }

  /** Bytes that a decoder holds beside the pixels: libjpeg keeps two a coefficient until the last scan is in. */
  public long kept() {
    return progressive ? (long) (stored.pixels() * 2 * samplesPerPixel) : 0;
  }

  /**
   * For another decoder.
   *
   * @throws Unrenderable by the header if that would take the picture apart with too much memory, or for too long
   */
  public static JpegHeader within(RenderPlan plan, Path file) throws Unrenderable, IOException {
    try {
      JpegHeader header = read(file);
      if (header.stored.pixels() > plan.pixelLimit()) {
        throw Unrenderable.tooManyPixels(header.stored, plan.pixelLimit());
      }
      if (header.kept() > plan.memoryLimit()) {
        throw Unrenderable.tooMuchMemory(header.stored, header.kept(), plan.memoryLimit());
      }
      return header;
    } catch (EOFException e) {
      throw Unrenderable.endsEarly(e);
    }
  }

  public Dimensions stored() {
    return stored;
  }

  /** As EXIF numbers it. */
  public int orientation() {
    return orientation.ordinal() + 1;
  }

  /** As it is embedded, be it a profile or not; empty if there is none. */
  public byte[] profile() {
    ByteArrayOutputStream icc = new ByteArrayOutputStream();
    profile.values().forEach(icc::writeBytes);
    return icc.toByteArray();
  }

  /** Three components, which every decoder gives as red, green and blue. */
  public boolean isColour() {
    return components == 3;
  }

  int components() {
    return components;
  }

  boolean progressive() {
    return progressive;
  }

  /** Whether the decoder can find its way again after a damaged place. */
  boolean restarts() {
    return restarts;
  }

  private void segments(DataInputStream in) throws Unrenderable, IOException {
    for (int marker = marker(in); marker != 0xDA; marker = marker(in)) {
      if (marker == 0xD9) {
        throw Unrenderable.endsEarly();
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
        continue;
      }
      int length = in.readUnsignedShort() - 2;
      if (length < 0) {
        throw Unrenderable.damaged(null);
      }
      segment(marker, length, in);
    }
    if (stored == null) {
      throw Unrenderable.damaged(null);
    }
    in.readUnsignedShort();
    boolean severalScans = progressive || in.readUnsignedByte() < components;
    if (severalScans) {
      refuseManyScans(in);
    }
  }

  private static void refuseManyScans(DataInputStream in) throws Unrenderable, IOException {
    byte[] part = new byte[PART];
    int scans = 1;
    boolean marker = false;
    for (int length = in.read(part); length >= 0; length = in.read(part)) {
      for (int i = 0; i < length; i++) {
        if (marker && part[i] == (byte) 0xDA && ++scans > MOST_SCANS) {
          throw new Unrenderable("The picture is made of more than the limit of " + MOST_SCANS + " scans.");
        }
        marker = part[i] == (byte) 0xFF;
      }
    }
  }

  /** The next marker's code; bytes that belong to no segment are passed over, as decoders do. */
  private static int marker(DataInputStream in) throws IOException {
    int marker;
    do {
      while (in.readUnsignedByte() != 0xFF) {
        continue;
      }
      do {
        marker = in.readUnsignedByte();
      } while (marker == 0xFF);
    } while (marker == 0);
    return marker;
  }

  private void segment(int marker, int length, DataInputStream in) throws Unrenderable, IOException {
    boolean wanted = marker == 0xE1 || marker == 0xE2 || marker == 0xDD || isFrame(marker);
    if (!wanted) {
      in.skipNBytes(length);
      return;
    }
    byte[] body = new byte[length];
    in.readFully(body);
    switch (marker) {
      case 0xE1 -> exif(body);
      case 0xE2 -> icc(body);
      case 0xDD -> restarts = body.length >= 2 && (body[0] != 0 || body[1] != 0);
      default -> frame(marker, body);
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void frame(int marker, byte[] body) throws Unrenderable {
    if (marker > 0xC2) {
      throw Unrenderable.unsupported(marker >= 0xC9 ? "JPEG with arithmetic coding" : "lossless JPEG");
    }
    if (body.length < 6) {
      throw Unrenderable.damaged(null);
    }
    ByteBuffer frame = ByteBuffer.wrap(body);
    int precision = Byte.toUnsignedInt(frame.get());
    int height = Short.toUnsignedInt(frame.getShort());
    int width = Short.toUnsignedInt(frame.getShort());
    components = Byte.toUnsignedInt(frame.get());
    progressive = marker == 0xC2;
    if (precision != 8) {
      throw Unrenderable.unsupported("JPEG with " + precision + " bits");
    }
    if (width == 0 || height == 0) {
      throw Unrenderable.damaged(null);
    }
    stored = new Dimensions(width, height);
    samplesPerPixel = samplesPerPixel(frame);
  }

  /** Colour is mostly stored at half or a quarter of the size: 1.5 samples a pixel where brightness alone has 1. */
  private static double samplesPerPixel(ByteBuffer frame) {
    double sum = 0;
    int most = 1;
    while (frame.remaining() >= 3) {
      frame.get();
      int sampling = Byte.toUnsignedInt(frame.get());
      frame.get();
      int samples = (sampling >> 4) * (sampling & 15);
      sum += samples;
      most = Math.max(most, samples);
    }
    return sum / most;
  }

  private void exif(byte[] body) {
    if (!exifSeen && starts(body, EXIF)) {
      exifSeen = true;
      orientation = ExifOrientation.read(ByteBuffer.wrap(body, EXIF.length, body.length - EXIF.length).slice());
    }
  }

  /** A profile comes in numbered pieces, each with its number and their count before it. */
  private void icc(byte[] body) {
    int head = ICC.length + 2;
    if (starts(body, ICC) && body.length > head && profileBytes + body.length <= MOST_PROFILE) {
      profileBytes += body.length;
      profile.putIfAbsent(Byte.toUnsignedInt(body[ICC.length]), Arrays.copyOfRange(body, head, body.length));
    }
  }

  private static boolean starts(byte[] body, byte[] prefix) {
    return body.length >= prefix.length && Arrays.equals(body, 0, prefix.length, prefix, 0, prefix.length);
  }

  private JpegHeader() {}
}
