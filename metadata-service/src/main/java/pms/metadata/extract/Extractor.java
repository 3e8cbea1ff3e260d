package pms.metadata.extract;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.imaging.bytesource.ByteSource;

/** Reads what a file says about its picture. Whatever is in the file, the answer is facts and warnings. */
public final class Extractor {

  private static final String TIFF = "image/tiff";

  /** Whether {@link #readStream} knows the media type: metadata is found by walking from the start. */
  public static boolean isWalked(String type) {
    return switch (type) {
      case "image/jpeg", "image/png", "image/webp" -> true;
      default -> false;
    };
  }

  /** Whether {@link #readFile} knows the media type: a TIFF structure, whose parts lie anywhere. */
  public static boolean isFile(String type) {
    return switch (type) {
      case TIFF, "image/x-adobe-dng", "image/x-canon-cr2", "image/x-nikon-nef", "image/x-sony-arw" -> true;
      default -> false;
    };
  }

  /** A type that carries no metadata that we know to read. */
  public static Extracted unreadable(String type) {
    return Extracted.nothing("The metadata of files of type " + type + " is not read.");
  }

  /** Reads no further than metadata can be, byte by byte too, so the stream had better be buffered; it is left open. */
  public static Extracted readStream(String type, InputStream in) {
    Payloads found = new Payloads();
    try {
      walk(type, new DataInputStream(in), found);
    } catch (EOFException truncated) {
      found.warn("The file ends in the middle.");
    } catch (IOException broken) {
      found.warn("The file was not read to the end of its metadata: it " + broken.getMessage() + ".");
    }
    List<String> warnings = new ArrayList<>(found.warnings);
    ExifTags exif = new ExifTags();
    if (found.exif != null && found.exif.length > 0) {
      exif = ExifTags.read(ByteSource.array(found.exif), warnings);
    }
    return put(exif, found, warnings);
  }

  private static void walk(String type, DataInputStream in, Payloads found) throws IOException {
    switch (type) {
      case "image/jpeg" -> new JpegSegments(in, found).read();
      case "image/png" -> new PngChunks(in, found).read();
      case "image/webp" -> new WebpChunks(in, found).read();
      default -> throw new IllegalArgumentException("not walked: " + type);
    }
  }

  public static Extracted readFile(String type, Path file) {
    List<String> warnings = new ArrayList<>();
    ExifTags exif = ExifTags.read(ByteSource.path(file), warnings);
    Payloads found = new Payloads();
    exif.bytes(ExifNumbers.XMP).ifPresent(found::xmp);
    exif.bytes(ExifNumbers.PHOTOSHOP).map(IptcTags::withHeader).ifPresent(found::photoshop);
    exif.bytes(ExifNumbers.IPTC).map(IptcTags::asSegment).ifPresent(found::photoshop);
    if (type.equals(TIFF)) {
      size(exif, found);
    }
    return put(exif, found, warnings);
  }

  /** Of a raw file the first directory is a preview, so only a TIFF tells its size like this. */
  private static void size(ExifTags exif, Payloads found) {
    int width = exif.number(ExifNumbers.IMAGE_WIDTH).map(Double::intValue).orElse(0);
    int height = exif.number(ExifNumbers.IMAGE_HEIGHT).map(Double::intValue).orElse(0);
    found.size(width, height);
  }

  private static Extracted put(ExifTags exif, Payloads found, List<String> warnings) {
    IptcTags iptc = new IptcTags();
    found.photoshop.forEach(segment -> iptc.read(segment, warnings));
    XmpTags xmp = new XmpTags();
    if (found.xmp != null && found.xmp.length > 0) {
      xmp.read(found.xmp, warnings);
    }
    List<String> distinct = warnings.stream().distinct().toList();
    Facts facts = new FactsReader(exif, iptc, xmp).read(found.width, found.height, distinct);
    return new Extracted(facts, new Listing(exif.listing(), iptc.listing(), xmp.listing(), distinct));
  }

  private Extractor() {}
}
