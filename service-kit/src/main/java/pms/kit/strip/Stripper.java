package pms.kit.strip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Copies a picture file without what it tells about people and places; no pixel is decoded or written anew. Streams: what is
 * held in memory is one block of metadata. What follows the end of the picture (a second picture, a film) is left out. A file
 * that ends too early is copied as far as it goes.
 */
@FunctionalInterface
public interface Stripper {

  /** How many of a file's first bytes {@link #of} wants to see. */
  int HEAD = 12;

  void copy(InputStream in, OutputStream out) throws IOException;

  /**
   * The stripper for JPEG, PNG or WebP.
   *
   * @param head the first bytes of the file, by which its format is known
   * @return empty for every other format: to strip it, it has to be rendered
   */
  static Optional<Stripper> of(byte[] head, Strip what) {
    String text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(new JpegStripper(what));
    }
    if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
      return Optional.of(new PngStripper(what));
    }
    return text.startsWith("RIFF") && text.startsWith("WEBP", 8) ? Optional.of(new WebpStripper(what)) : Optional.empty();
  }
}
