package pms.e2e.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.imaging.common.RationalNumber;
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

/** Writes {@link PictureFacts} into a JPEG as EXIF, IPTC and XMP. */
final class JpegMetadata {
  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
  /** EXIF 2.31; Commons Imaging does not name it. */
  private static final TagInfoAscii OFFSET_TIME_ORIGINAL =
      new TagInfoAscii("OffsetTimeOriginal", 0x9011, 7, TiffDirectoryType.EXIF_DIRECTORY_EXIF_IFD);

  private JpegMetadata() {}

  static byte[] write(byte[] jpeg, PictureFacts facts) throws IOException {
    byte[] withExif = exif(jpeg, facts);
    return facts.words() == null ? withExif : words(withExif, facts);
  }

  private static byte[] exif(byte[] jpeg, PictureFacts facts) throws IOException {
    TiffOutputSet set = new TiffOutputSet(ByteOrder.BIG_ENDIAN);
    TiffOutputDirectory root = set.getOrCreateRootDirectory();
    TiffOutputDirectory exif = set.getOrCreateExifDirectory();
    root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) facts.orientation());
    if (facts.shot() != null) shot(root, exif, facts.shot());
    if (facts.moment() != null) moment(root, exif, facts.moment());
    if (facts.spot() != null) spot(set, facts.spot());
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 4096);
    new ExifRewriter().updateExifMetadataLossless(jpeg, out, set);
    return out.toByteArray();
  }

  private static void shot(
      TiffOutputDirectory root, TiffOutputDirectory exif, PictureFacts.Shot shot)
      throws IOException {
    root.add(TiffTagConstants.TIFF_TAG_MAKE, shot.make());
    root.add(TiffTagConstants.TIFF_TAG_MODEL, shot.model());
    if (shot.lens() != null) exif.add(ExifTagConstants.EXIF_TAG_LENS_MODEL, shot.lens());
    exif.add(ExifTagConstants.EXIF_TAG_ISO, (short) shot.iso());
    exif.add(ExifTagConstants.EXIF_TAG_EXPOSURE_TIME, fraction(shot.exposure()));
    exif.add(ExifTagConstants.EXIF_TAG_FNUMBER, tenths(shot.aperture()));
    exif.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, tenths(shot.focalLength()));
  }

  private static void moment(
      TiffOutputDirectory root, TiffOutputDirectory exif, PictureFacts.Moment moment)
      throws IOException {
    String time = EXIF_TIME.format(moment.local());
    root.add(TiffTagConstants.TIFF_TAG_DATE_TIME, time);
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, time);
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_DIGITIZED, time);
    if (moment.offset() != null) {
      exif.add(
          OFFSET_TIME_ORIGINAL,
          moment.offset().getTotalSeconds() == 0 ? "+00:00" : moment.offset().getId());
    }
  }

  private static void spot(TiffOutputSet set, PictureFacts.Spot spot) throws IOException {
    set.setGpsInDegrees(spot.longitude(), spot.latitude());
    TiffOutputDirectory gps = set.getOrCreateGpsDirectory();
    gps.add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE_REF, (byte) (spot.altitude() < 0 ? 1 : 0));
    gps.add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE, tenths(Math.abs(spot.altitude())));
  }

  private static RationalNumber fraction(String seconds) {
    String[] parts = seconds.split("/");
    return new RationalNumber(
        Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
  }

  private static RationalNumber tenths(double value) {
    return new RationalNumber((int) Math.round(value * 10), 10);
  }

  private static byte[] words(byte[] jpeg, PictureFacts facts) throws IOException {
    ByteArrayOutputStream withIptc = new ByteArrayOutputStream(jpeg.length + 4096);
    new JpegIptcRewriter()
        .writeIptc(jpeg, withIptc, new PhotoshopApp13Data(iptc(facts), List.of(), true));
    ByteArrayOutputStream out = new ByteArrayOutputStream(withIptc.size() + 4096);
    new JpegXmpRewriter().updateXmpXml(withIptc.toByteArray(), out, xmp(facts.words()));
    return out.toByteArray();
  }

  private static List<IptcRecord> iptc(PictureFacts facts) {
    PictureFacts.Words words = facts.words();
    List<IptcRecord> records = new ArrayList<>();
    records.add(new IptcRecord(IptcTypes.OBJECT_NAME, words.title()));
    records.add(new IptcRecord(IptcTypes.CAPTION_ABSTRACT, words.description()));
    words.keywords().forEach(keyword -> records.add(new IptcRecord(IptcTypes.KEYWORDS, keyword)));
    records.add(new IptcRecord(IptcTypes.BYLINE, words.artist()));
    if (facts.spot() != null && facts.spot().city() != null) {
      records.add(new IptcRecord(IptcTypes.CITY, facts.spot().city()));
      records.add(
          new IptcRecord(IptcTypes.COUNTRY_PRIMARY_LOCATION_NAME, facts.spot().country()));
    }
    return records;
  }

  private static String xmp(PictureFacts.Words words) {
    StringBuilder keywords = new StringBuilder();
    words
        .keywords()
        .forEach(
            keyword -> keywords.append("<rdf:li>").append(escaped(keyword)).append("</rdf:li>"));
    return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
        <dc:subject><rdf:Bag>%s</rdf:Bag></dc:subject>
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>\
        """.formatted(
        escaped(words.title()), escaped(words.description()), keywords, escaped(words.artist()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
