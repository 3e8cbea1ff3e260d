package pms.metadata.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.jpeg.JpegImageParser;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcRecord;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;
import org.apache.commons.imaging.formats.jpeg.iptc.JpegIptcRewriter;
import org.apache.commons.imaging.formats.jpeg.iptc.PhotoshopApp13Data;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryType;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoAscii;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** Small pictures with metadata of our choice. */
public final class Pictures {

  /** Newer than Commons Imaging's list of tags. */
  private static final TagInfoAscii OFFSET_TIME_ORIGINAL =
      new TagInfoAscii("OffsetTimeOriginal", 0x9011, 7, TiffDirectoryType.EXIF_DIRECTORY_EXIF_IFD);

  /** What a test puts into the EXIF directories. */
  public interface Exif {
    void write(TiffOutputSet tags) throws ImagingException;
  }

  /** Taken in Paris with a Nikon, turned to the right. */
  public static final Exif PARIS =
      tags -> {
        TiffOutputDirectory root = tags.getOrCreateRootDirectory();
        root.add(TiffTagConstants.TIFF_TAG_MAKE, "NIKON CORPORATION");
        root.add(TiffTagConstants.TIFF_TAG_MODEL, "NIKON D70");
        root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 6);
        root.add(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION, "The tower at noon");
        TiffOutputDirectory exif = tags.getOrCreateExifDirectory();
        exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2008:05:30 15:56:01");
        exif.add(OFFSET_TIME_ORIGINAL, "+02:00");
        exif.add(ExifTagConstants.EXIF_TAG_ISO, (short) 400);
        exif.add(ExifTagConstants.EXIF_TAG_EXPOSURE_TIME, new RationalNumber(1, 250));
        exif.add(ExifTagConstants.EXIF_TAG_FNUMBER, new RationalNumber(56, 10));
        exif.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, new RationalNumber(50, 1));
        exif.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT, (short) 75);
        exif.add(ExifTagConstants.EXIF_TAG_FLASH, (short) 1);
        exif.add(ExifTagConstants.EXIF_TAG_LENS_MODEL, "AF Nikkor 50mm f/1.8D");
        tags.setGpsInDegrees(2.2945, 48.8584);
        TiffOutputDirectory gps = tags.getOrCreateGpsDirectory();
        gps.add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE_REF, (byte) 0);
        gps.add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE, new RationalNumber(330, 1));
      };

  public static final String XMP =
      """
      <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmp:Rating="4" photoshop:City="Paris">
        <photoshop:Country>France</photoshop:Country>
        <d:title><rdf:Alt><rdf:li xml:lang="de">Turm</rdf:li><rdf:li xml:lang="x-default">Tower</rdf:li></rdf:Alt></d:title>
        <d:subject><rdf:Bag><rdf:li>tower</rdf:li><rdf:li>Été</rdf:li><rdf:li>TOWER</rdf:li></rdf:Bag></d:subject>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>""";

  public static byte[] jpeg(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] jpeg(int width, int height, Exif exif) {
    try {
      TiffOutputSet tags = new TiffOutputSet();
      exif.write(tags);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ExifRewriter().updateExifMetadataLossless(jpeg(width, height), out, tags);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] withXmp(byte[] jpeg, String packet) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JpegXmpRewriter().updateXmpXml(jpeg, out, packet);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] withIptc(byte[] jpeg, List<IptcRecord> records) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JpegIptcRewriter().writeIptc(jpeg, out, new PhotoshopApp13Data(records, new ArrayList<>()));
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] paris() {
    byte[] jpeg = withXmp(jpeg(60, 40, PARIS), XMP);
    return withIptc(jpeg, List.of(new IptcRecord(IptcTypes.CAPTION_ABSTRACT, "Seen from the river"), new IptcRecord(IptcTypes.KEYWORDS, "river")));
  }

  /** A JPEG of a header, this segment and no pixels. */
  public static byte[] jpegWithSegment(int marker, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(content.length + 8);
    out.putShort((short) 0xFFD8).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return out.putShort((short) 0xFFD9).array();
  }

  /** A JPEG whose EXIF block is this. */
  public static byte[] jpegWithExif(byte[] tiff) {
    ByteBuffer segment = ByteBuffer.allocate(6 + tiff.length);
    segment.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
    return jpegWithSegment(0xE1, segment.array());
  }

  /** A PNG header with these chunks and no pixels. */
  public static byte[] png(int width, int height, Object... namesAndContents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array());
    for (int i = 0; i < namesAndContents.length; i += 2) {
      chunk(out, (String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
    }
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** As the service reads it. */
  public static Extracted read(String type, byte[] file) {
    return read(type, Bytes.of(file));
  }

  public static Extracted read(String type, Bytes file) {
    Extracted extracted = switch (Extractor.way(type)) {
      case STREAM -> Extractor.readStream(type, file.from(0));
      case BYTES -> Extractor.readBytes(type, file);
      case FILE -> excerpt(type, file);
      case NONE -> Extractor.unreadable(type);
    };
    return extracted.placed();
  }

  private static Extracted excerpt(String type, Bytes file) {
    try {
      Path excerpt = Files.createTempFile("pms-test-", ".excerpt");
      try {
        TiffExcerpt.copy(file, excerpt);
        return Extractor.readFile(type, excerpt);
      } finally {
        Files.delete(excerpt);
      }
    } catch (IOException broken) {
      return Extracted.nothing("The file is broken.");
    }
  }

  /** The EXIF block of a JPEG as {@link #jpeg(int, int, Exif)} makes it. */
  public static byte[] exifOf(byte[] jpeg) {
    try {
      return new JpegImageParser()
          .getExifRawData(ByteSource.array(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(content);
    out.writeBytes(ByteBuffer.allocate(8).putInt(content.length).put(type).array());
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private Pictures() {}
}
