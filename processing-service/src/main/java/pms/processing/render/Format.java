package pms.processing.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** The kind of a file, by its first bytes and by nothing else. */
public enum Format {
  JPEG("JPEG", true),
  PNG("PNG", true),
  GIF("GIF", true),
  BMP("BMP", true),
  TIFF("TIFF", true),
  WEBP("WebP", true),
  AVIF("AVIF", false),
  HEIC("HEIC", false),
  RAW("RAW", true),
  SVG("SVG", false),
  UNKNOWN("unknown", false);

  /** How many bytes {@link #of} wants to see: of boxes the first one, with all its brands. */
  static final int HEAD = 256;

  private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

  /** They leave open what the pixels are coded with. */
  private static final Set<String> GENERAL_BRANDS = Set.of("mif1", "mif2", "msf1", "miaf", "heif");

  final String label;

  /** By the portable engine. */
  final boolean readable;

  Format(String label, boolean readable) {
    this.label = label;
    this.readable = readable;
  }

  public static Format of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD));
    }
  }

  public String label() {
    return label;
  }

  static Format of(byte[] head) {
    if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
      return JPEG;
    }
    if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return PNG;
    }
    if (starts(head, 0, 'G', 'I', 'F', '8', '7', 'a') || starts(head, 0, 'G', 'I', 'F', '8', '9', 'a')) {
      return GIF;
    }
    if (isRaw(head)) {
      return RAW;
    }
    if (starts(head, 0, 'I', 'I', 42, 0) || starts(head, 0, 'M', 'M', 0, 42)) {
      return TIFF;
    }
    if (starts(head, 0, 'B', 'M')) {
      return BMP;
    }
    return other(head);
  }

  /** Those that say so at once; others look like TIFF until their directories are read. */
  private static boolean isRaw(byte[] head) {
    return starts(head, 0, 'I', 'I', 42, 0) && starts(head, 8, 'C', 'R')
        || starts(head, 0, 'I', 'I', 'U', 0)
        || starts(head, 0, 'I', 'I', 'R', 'O')
        || starts(head, 0, 'I', 'I', 'R', 'S')
        || starts(head, 0, 'M', 'M', 'O', 'R')
        || new String(head, StandardCharsets.ISO_8859_1).startsWith("FUJIFILMCCD-RAW");
  }

  private static Format other(byte[] head) {
    if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
      return WEBP;
    }
    if (starts(head, 4, 'f', 't', 'y', 'p') && head.length >= 12) {
      return boxes(head);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    return text.startsWith("<svg") || text.startsWith("<?xml") ? SVG : UNKNOWN;
  }

  /** By the major brand; a general one is followed by those that tell more. */
  private static Format boxes(byte[] head) {
    String major = brand(head, 8);
    if (!GENERAL_BRANDS.contains(major)) {
      return AVIF_BRANDS.contains(major) ? AVIF : HEIC_BRANDS.contains(major) ? HEIC : UNKNOWN;
    }
    long end = Math.min(Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt()), head.length);
    for (int at = 16; at + 4 <= end; at += 4) {
      if (AVIF_BRANDS.contains(brand(head, at))) {
        return AVIF;
      }
    }
    return HEIC;
  }

  private static String brand(byte[] head, int at) {
    return new String(head, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static boolean starts(byte[] head, int at, int... magic) {
    if (head.length < at + magic.length) {
      return false;
    }
    byte[] wanted = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      wanted[i] = (byte) magic[i];
    }
    return Arrays.equals(head, at, at + magic.length, wanted, 0, magic.length);
  }
}
