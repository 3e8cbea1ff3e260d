package pms.metadata.extract;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.imaging.bytesource.ByteSource;

/** Reads what a file says about its picture. Whatever is in the file, the answer is facts and warnings. */
public final class Extractor {

  private static final String TIFF = "image/tiff";
  private static final int RAF_PREVIEW = 84;

  /** How the metadata of a type is found. */
  public enum Way {
    /** Walking from the start: {@link #readStream}. */
    STREAM,
    /** The container's directory tells where it lies: {@link #readBytes}. */
    BYTES,
    /** A TIFF structure, whose parts lie anywhere: {@link #readFile} of a {@link TiffExcerpt}. */
    FILE,
    NONE
  }

  public static Way way(String type) {
    return switch (type) {
      case "image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp" -> Way.STREAM;
      case "image/heic", "image/heif", "image/avif", "image/x-canon-cr3", "image/x-fuji-raf" -> Way.BYTES;
      case TIFF, "image/x-adobe-dng", "image/x-canon-cr2", "image/x-nikon-nef", "image/x-sony-arw",
          "image/x-panasonic-rw2", "image/x-olympus-orf" -> Way.FILE;
      default -> Way.NONE;
    };
  }

  /** A type that carries no metadata that we know to read. */
  public static Extracted unreadable(String type) {
    return Extracted.nothing("The metadata of files of type " + type + " is not read.");
  }

  /** Reads no further than metadata can be, byte by byte too, so the stream had better be buffered; it is left open. */
  public static Extracted readStream(String type, InputStream in) {
    return walked(type, found -> stream(type, new DataInputStream(in), found));
  }

  public static Extracted readBytes(String type, Bytes file) {
    return walked(type, found -> {
      if (type.equals("image/x-fuji-raf")) {
        preview(file, found);
      } else {
        new BoxFile(file, found).read();
      }
    });
  }

  private interface Walk {
    void over(Payloads found) throws IOException;
  }

  private static Extracted walked(String type, Walk walk) {
    Payloads found = new Payloads();
    try {
      walk.over(found);
    } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException truncated) {
      found.warn("The file ends in the middle.");
    } catch (IllegalArgumentException broken) {
      found.warn("The file was not read to the end of its metadata: it is broken.");
    } catch (IOException broken) {
      found.warn("The file was not read to the end of its metadata: it " + broken.getMessage() + ".");
    }
    List<String> warnings = new ArrayList<>(found.warnings);
    ExifTags exif = new ExifTags();
    found.exif.forEach(block -> exif.read(ByteSource.array(block.tiff()), block.directory(), warnings));
    size(type, exif, found);
    return put(exif, found, warnings);
  }

  private static void stream(String type, DataInputStream in, Payloads found) throws IOException {
    switch (type) {
      case "image/jpeg" -> new JpegSegments(in, found).read();
      case "image/png" -> new PngChunks(in, found).read();
      case "image/webp" -> new WebpChunks(in, found).read();
      case "image/gif" -> new GifBlocks(in, found).read();
      case "image/bmp" -> BmpHeader.read(in, found);
      default -> throw new IllegalStateException("not walked: " + type);
    }
  }

  /** Fujifilm's raw files carry all metadata in the JPEG that they show; the place of it stands in their header. */
  private static void preview(Bytes file, Payloads found) throws IOException {
    long offset = Integer.toUnsignedLong(ByteBuffer.wrap(file.read(RAF_PREVIEW, 4)).getInt());
    Payloads embedded = new Payloads();
    new JpegSegments(new DataInputStream(file.from(offset)), embedded).read();
    found.takeFrom(embedded);
  }

  /** @param file a {@link TiffExcerpt} */
  public static Extracted readFile(String type, Path file) {
    List<String> warnings = new ArrayList<>();
    ExifTags exif = new ExifTags();
    exif.read(ByteSource.path(file), warnings);
    Payloads found = new Payloads();
    exif.bytes(ExifNumbers.XMP).ifPresent(found::xmp);
    exif.bytes(ExifNumbers.PHOTOSHOP).map(IptcTags::withHeader).ifPresent(found::photoshop);
    exif.bytes(ExifNumbers.IPTC).map(IptcTags::asSegment).ifPresent(found::photoshop);
    exif.bytes(ExifNumbers.ICC_PROFILE).ifPresent(found::profile);
    embedded(type, exif, found, warnings);
    size(type, exif, found);
    return put(exif, found, warnings);
  }

  /** Panasonic's raw files have a part of EXIF only in the JPEG that they show. */
  private static void embedded(String type, ExifTags exif, Payloads found, List<String> warnings) {
    Optional<byte[]> jpeg = exif.bytes(ExifNumbers.EMBEDDED_JPEG);
    if (!type.equals("image/x-panasonic-rw2") || jpeg.isEmpty()) {
      return;
    }
    Payloads embedded = new Payloads();
    try {
      new JpegSegments(new DataInputStream(Bytes.of(jpeg.get()).from(0)), embedded).read();
    } catch (IOException broken) {
      embedded.warn("The embedded preview is broken.");
    }
    embedded.exif.forEach(block -> exif.read(ByteSource.array(block.tiff()), block.directory(), warnings));
    found.takeFrom(embedded);
    warnings.addAll(embedded.warnings);
  }

  /** Of a raw file the first directory is a preview, and only some makers tell the size of the whole. */
  private static void size(String type, ExifTags exif, Payloads found) {
    switch (type) {
      case TIFF -> size(exif, ExifNumbers.IMAGE_WIDTH, ExifNumbers.IMAGE_HEIGHT, found);
      case "image/x-canon-cr2", "image/x-canon-cr3", "image/x-sony-arw", "image/x-olympus-orf" ->
          size(exif, ExifNumbers.PIXEL_WIDTH, ExifNumbers.PIXEL_HEIGHT, found);
      default -> {}
    }
  }

  private static void size(ExifTags exif, int width, int height, Payloads found) {
    found.size(
        exif.number(width).map(Double::intValue).orElse(0), exif.number(height).map(Double::intValue).orElse(0));
  }

  private static Extracted put(ExifTags exif, Payloads found, List<String> warnings) {
    IptcTags iptc = new IptcTags();
    found.photoshop.forEach(segment -> iptc.read(segment, warnings));
    XmpTags xmp = new XmpTags();
    if (found.xmp != null && found.xmp.length > 0) {
      xmp.read(found.xmp, warnings);
      xmp.text("xmpNote:HasExtendedXMP").flatMap(found.extendedXmp::packet).ifPresent(rest -> xmp.read(rest, warnings));
    }
    List<String> distinct = warnings.stream().distinct().toList();
    Facts facts = new FactsReader(exif, iptc, xmp).read(found, distinct);
    return new Extracted(facts, new Listing(listing(exif, found), iptc.listing(), xmp.listing(), distinct));
  }

  /** A PNG's texts stand with EXIF, by names that nothing of EXIF has. */
  private static Map<String, Object> listing(ExifTags exif, Payloads found) {
    Map<String, Object> listing = exif.listing();
    found.texts.forEach((keyword, text) -> listing.put("PNG:" + keyword, text));
    return listing;
  }

  private Extractor() {}
}
