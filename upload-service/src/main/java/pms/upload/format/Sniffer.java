package pms.upload.format;

import java.util.Optional;

/** What a file is, by its first bytes and by nothing else: neither name nor declared type is asked. */
public final class Sniffer {

  private static final String PNG = "\u0089PNG\r\n\u001a\n";

  /** Empty for what is no picture of a format we take in; {@link Stranger} then says what it is. */
  public static Optional<ImageType> sniff(Head head) {
    if (isJpeg(head)) {
      return Optional.of(ImageType.JPEG);
    }
    if (head.startsWith(PNG)) {
      return Optional.of(ImageType.PNG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(ImageType.GIF);
    }
    if (head.startsWith("RIFF") && head.has(8, "WEBP")) {
      return Optional.of(ImageType.WEBP);
    }
    if (isBmp(head)) {
      return Optional.of(ImageType.BMP);
    }
    return raw(head).or(() -> BoxHeader.type(head));
  }

  private static Optional<ImageType> raw(Head head) {
    if (TiffHeader.is(head)) {
      return Optional.of(TiffHeader.type(head));
    }
    if (head.startsWith("IIU\0")) {
      return Optional.of(ImageType.RW2);
    }
    if (head.startsWith("IIRO") || head.startsWith("IIRS") || head.startsWith("MMOR")) {
      return Optional.of(ImageType.ORF);
    }
    return head.startsWith("FUJIFILMCCD-RAW") ? Optional.of(ImageType.RAF) : Optional.empty();
  }

  /** The fourth byte begins the first segment; a file of three bytes is nothing. */
  private static boolean isJpeg(Head head) {
    return head.startsWith("\u00ff\u00d8\u00ff") && head.length() > 3 && head.u8(3) >= 0xC0;
  }

  /** Two letters are too little to go by ("BMW is a car"), so the header's own length must be one there is. */
  private static boolean isBmp(Head head) {
    if (!head.startsWith("BM") || head.length() < 26) {
      return false;
    }
    long header = head.littleEndian().u32(14);
    return header == 12 || header == 16 || header == 64 || header == 40 || header == 52 || header == 56
        || header == 108 || header == 124;
  }

  private Sniffer() {}
}
