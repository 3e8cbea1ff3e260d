package pms.processing.render;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a picture.
 *
 * @param width pixels of the original, upright
 * @param height pixels of the original, upright
 * @param thumbhash a placeholder of about 25 bytes, see {@link ThumbHash}
 */
public record Rendered(int width, int height, byte[] thumbhash, List<File> files) {

  public Rendered {
    files = List.copyOf(files);
  }

  /**
   * One rendition.
   *
   * @param format its media type
   * @param extension of its format, without a dot
   */
  public record File(String size, String format, String extension, int width, int height, Path path) {}
}
