package pms.processing.render;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** The decoders of ImageIO, chosen by what we found the file to be, and what their complaints mean. */
final class Readers {

  static ImageInputStream open(Path file) throws IOException {
    return new FileImageInputStream(file.toFile());
  }

  /** A reader that leaves metadata alone: only pixels are wanted, and texts can be bombs. */
  static ImageReader of(Format format, ImageInputStream in) throws Unrenderable {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      throw Unrenderable.unsupported(format.label);
    }
    ImageReader reader = readers.next();
    reader.setInput(in, true, true);
    return reader;
  }

  /** Says whose fault it is; running out of memory or time is not the decoder's to hide. */
  static Unrenderable reason(Exception complaint) {
    for (Throwable cause = complaint; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError error) {
        throw error;
      }
      if (cause instanceof Deadline.Passed passed) {
        throw passed;
      }
      if (cause instanceof EOFException || saysThatItEnds(cause)) {
        return Unrenderable.endsEarly();
      }
      if (cause instanceof DataFormatException) {
        return Unrenderable.damaged(complaint);
      }
    }
    String message = String.valueOf(complaint.getMessage());
    return message.startsWith("Unsupported")
        ? new Unrenderable("Unsupported format: a kind of picture that cannot be shown yet.", complaint)
        : Unrenderable.damaged(complaint);
  }

  /** The readers of TIFF and GIF have words of their own for the end of the file. */
  private static boolean saysThatItEnds(Throwable complaint) {
    String message = String.valueOf(complaint.getMessage());
    return message.contains("out of stream") || message.startsWith("Invalid block length");
  }

  private Readers() {}
}
