package pms.processing.render;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a picture.
 *
 * @param width pixels of the upright picture after the operations
 * @param height pixels of the upright picture after the operations
 * @param thumbhash a placeholder of about 25 bytes, see {@link ThumbHash}
 * @param perceptualHash 16 hexadecimal digits, see {@link PerceptualHash}
 * @param files one for each output, in the order of the plan
 */
public record Rendered(int width, int height, byte[] thumbhash, String perceptualHash, List<File> files) {

  public Rendered {
    files = List.copyOf(files);
  }

  /**
   * One rendition.
   *
   * @param size the output's name
   * @param format its media type
   * @param extension of its format, without a dot
   * @param frames one unless it moves
   */
  public record File(String size, String format, String extension, int width, int height, Path path, int frames) {

    public static File of(Output output, Dimensions size, Path path) {
      return of(output, size, path, 1);
    }

    public static File of(Output output, Dimensions size, Path path, int frames) {
      OutputFormat format = output.format();
      return new File(output.name(), format.mediaType(), format.extension(), size.width(), size.height(), path, frames);
    }
  }
}
