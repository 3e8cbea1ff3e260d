package pms.upload.format;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static pms.upload.format.Samples.concat;
import static pms.upload.format.Samples.ftyp;
import static pms.upload.format.Samples.latin;
import static pms.upload.format.Samples.tiff;
import static pms.upload.format.Samples.written;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** H7: content decides. */
class SnifferTest {

  private static final int[] SUB_DIRECTORIES = {0x014A, 4, 1, 100};

  @ParameterizedTest
  @MethodSource
  void a_picture_is_known_by_its_content(ImageType expected, byte[] content) {
    assertThat(Sniffer.sniff(head(content))).contains(expected);
  }

  static Stream<Arguments> a_picture_is_known_by_its_content() {
    return Stream.of(
        arguments(ImageType.JPEG, written("jpg", 3, 2)),
        arguments(ImageType.JPEG, latin("\u00ff\u00d8\u00ff\u00e1\0\u0010Exif")),
        arguments(ImageType.JPEG, latin("\u00ff\u00d8\u00ff\u00db\0\u0043")),
        arguments(ImageType.PNG, written("png", 3, 2)),
        arguments(ImageType.GIF, written("gif", 3, 2)),
        arguments(ImageType.GIF, latin("GIF87a\1\0\1\0")),
        arguments(ImageType.BMP, written("bmp", 3, 2)),
        arguments(ImageType.WEBP, Samples.webpLossy(3, 2)),
        arguments(ImageType.WEBP, Samples.webpLossless(3, 2)),
        arguments(ImageType.WEBP, Samples.webpExtended(3, 2)),
        arguments(ImageType.TIFF, written("tiff", 3, 2)),
        arguments(ImageType.TIFF, tiff(BIG_ENDIAN, "")),
        arguments(ImageType.TIFF, latin("II*\0\u00ff\u00ff\u00ff\u007f")),
        arguments(ImageType.TIFF, latin("II+\0\u0008\0\0\0")),
        arguments(ImageType.TIFF, tiff(LITTLE_ENDIAN, "", new int[] {0x010F, 2, 5, 8})),
        arguments(ImageType.CR2, tiff(LITTLE_ENDIAN, "CR\2\0")),
        arguments(ImageType.DNG, tiff(LITTLE_ENDIAN, "", new int[] {0xC612, 1, 4, 0x401})),
        arguments(ImageType.DNG, tiff(BIG_ENDIAN, "", new int[] {0xC612, 1, 4, 0x401})),
        arguments(ImageType.NEF, tiff(LITTLE_ENDIAN, "NIKON CORPORATION\0", new int[] {0x010F, 2, 18, 8}, SUB_DIRECTORIES)),
        arguments(ImageType.NEF, tiff(BIG_ENDIAN, "NIKON CORPORATION\0", new int[] {0x010F, 2, 18, 8}, SUB_DIRECTORIES)),
        arguments(ImageType.ARW, tiff(LITTLE_ENDIAN, "SONY\0", new int[] {0x010F, 2, 5, 8}, SUB_DIRECTORIES)),
        arguments(ImageType.TIFF, tiff(LITTLE_ENDIAN, "Epson\0", new int[] {0x010F, 2, 6, 8}, SUB_DIRECTORIES)),
        arguments(ImageType.RW2, latin("IIU\0\u0018\0\0\0")),
        arguments(ImageType.ORF, latin("IIRO\u0008\0\0\0")),
        arguments(ImageType.ORF, latin("IIRS\u0008\0\0\0")),
        arguments(ImageType.ORF, latin("MMOR\0\0\0\u0008")),
        arguments(ImageType.RAF, latin("FUJIFILMCCD-RAW 0201")),
        arguments(ImageType.CR3, ftyp("crx ", "crx ", "isom")),
        arguments(ImageType.HEIC, ftyp("heic", "mif1", "heic")),
        arguments(ImageType.HEIC, ftyp("heix", "mif1", "heix")),
        arguments(ImageType.HEIC, ftyp("mif1", "mif1", "heic")),
        arguments(ImageType.HEIC, ftyp("msf1", "msf1", "hevc")),
        arguments(ImageType.AVIF, ftyp("avif", "mif1", "miaf")),
        arguments(ImageType.AVIF, ftyp("avis", "msf1", "iso8")),
        arguments(ImageType.AVIF, ftyp("mif1", "avif", "miaf")),
        arguments(ImageType.HEIF, ftyp("mif1", "mif1")));
  }

  @ParameterizedTest
  @MethodSource
  void what_is_no_picture_is_named(String expected, byte[] content) {
    assertThat(Inspection.of(head(content))).isEqualTo(new Inspection.NoPicture(expected));
  }

  static Stream<Arguments> what_is_no_picture_is_named() {
    return Stream.of(
        arguments("text", latin("This is no picture.\n")),
        arguments("text", "Grüße, 写真, a text in UTF-8".getBytes(StandardCharsets.UTF_8)),
        arguments("text", "BMW is a car and BM alone no bitmap".getBytes(StandardCharsets.UTF_8)),
        arguments("text", "hi".getBytes(StandardCharsets.UTF_16)),
        arguments("text", latin("{\"json\":true}")),
        arguments("text", latin("<?php echo 1;")),
        arguments("an SVG drawing", latin("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
        arguments("an SVG drawing", latin("<?xml version=\"1.0\"?>\n<!-- x -->\n<SVG>")),
        arguments("an HTML page", latin("\n  <!DOCTYPE html><title>x</title>")),
        arguments("an HTML page", latin("<html><body>")),
        arguments("an XML document", latin("<?xml version=\"1.0\"?><a/>")),
        arguments("an MSL script", latin("<?xml version=\"1.0\"?><msl>")),
        arguments("an MSL script", latin("<image><read filename=\"/etc/hostname\"/></image>")),
        arguments("an MVG drawing", latin("push graphic-context\nviewbox 0 0 640 480\n")),
        arguments("an MVG drawing", latin("viewbox 0 0 640 480")),
        arguments("a PostScript program", latin("%!PS-Adobe-3.0 EPSF-3.0")),
        arguments("a PostScript program", latin("\u00c5\u00d0\u00d3\u00c6\u0020\0\0\0")),
        arguments("a PDF document", latin("%PDF-1.7\n")),
        arguments("a ZIP archive", latin("PK\u0003\u0004\u0014\0")),
        arguments("a gzip archive", latin("\u001f\u008b\u0008\0")),
        arguments("a bzip2 archive", latin("BZh91AY&SY")),
        arguments("an xz archive", latin("\u00fd7zXZ\0")),
        arguments("a 7z archive", latin("7z\u00bc\u00af\u0027\u001c")),
        arguments("a RAR archive", latin("Rar!\u001a\u0007\1\0")),
        arguments("a Zstandard archive", latin("\u0028\u00b5\u002f\u00fd\u0024")),
        arguments("a tar archive", concat(latin("a.jpg"), new byte[252], latin("ustar\0"))),
        arguments("a video", ftyp("isom", "iso2", "avc1", "mp41")),
        arguments("a video", ftyp("qt  ", "qt  ")),
        arguments("a video", ftyp("mp42", "heic")),
        arguments("a video", latin("\u001aE\u00df\u00a3\1\0\0\0")),
        arguments("a video", latin("RIFF\0\0\0\0AVI LIST")),
        arguments("a video", latin("\0\0\u0001\u00ba\u0044")),
        arguments("a video", latin("FLV\u0001\u0005")),
        arguments("a sound file", latin("RIFF\0\0\0\0WAVEfmt ")),
        arguments("a sound file", latin("OggS\0\2")),
        arguments("a sound file", latin("ID3\3\0")),
        arguments("a program", latin("\u007fELF\2\1\1\0")),
        arguments("a program", latin("MZ\u0090\0\3\0")),
        arguments("a Photoshop document", latin("8BPS\0\1")),
        arguments("a JPEG 2000 picture", latin("\0\0\0\fjP  \r\n\u0087\n")),
        arguments("a JPEG XL picture", latin("\0\0\0\fJXL \r\n\u0087\n")),
        arguments("a JPEG XL picture", latin("\u00ff\n\u0011x")),
        arguments("an icon", latin("\0\0\1\0\1\0")),
        arguments("a database", latin("SQLite format 3\0")),
        arguments("nothing we know", latin("\u00ff\u00d8\u00ff")),
        arguments("nothing we know", new byte[64]),
        arguments("nothing we know", latin("\u0089PNG\r\n\u001a")));
  }

  @Test
  void characters_cut_at_the_end_of_what_is_looked_at_are_still_text() {
    byte[] text = "ä".repeat(600).getBytes(StandardCharsets.UTF_8);
    assertThat(Stranger.name(head(concat(latin("x"), text)))).isEqualTo("text");
  }

  @Test
  void no_file_of_up_to_three_bytes_is_a_picture() {
    for (int value = 0; value < 1 << 16; value++) {
      byte[] two = {(byte) (value >> 8), (byte) value};
      assertThat(Sniffer.sniff(head(two))).isEqualTo(Optional.empty());
    }
    IntStream.range(0, 256).forEach(one -> assertThat(Sniffer.sniff(head(new byte[] {(byte) one}))).isEmpty());
    assertThat(Sniffer.sniff(head(new byte[0]))).isEmpty();
  }


  private static Head head(byte[] content) {
    return Head.of(content, true);
  }
}
