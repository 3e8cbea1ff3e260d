package pms.upload.body;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static pms.upload.format.Samples.concat;
import static pms.upload.format.Samples.ftyp;
import static pms.upload.format.Samples.latin;
import static pms.upload.format.Samples.tiff;
import static pms.upload.format.Samples.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pms.kit.problem.Problem;
import pms.upload.format.Head;
import pms.upload.format.Inspection;
import pms.upload.format.Samples;

/** H7: thirty contents under thirty names, declared as thirty types: the content decides. */
class ContentDecidesTest {

  private static final List<String> EXTENSIONS = List.of(
      "jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "heic", "heif", "avif", "cr2", "cr3", "nef", "arw", "dng", "rw2", "orf",
      "raf", "svg", "pdf", "ps", "eps", "mvg", "msl", "mp4", "mov", "zip", "html", "exe");

  private static final List<String> TYPES = List.of(
      "image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff", "image/heic", "image/heif", "image/avif",
      "image/x-canon-cr2", "image/x-canon-cr3", "image/x-nikon-nef", "image/x-sony-arw", "image/x-adobe-dng", "image/x-panasonic-rw2",
      "image/x-olympus-orf", "image/x-fuji-raf", "image/svg+xml", "image/x-eps", "image/x-mvg", "image/jxl", "image/vnd.adobe.photoshop",
      "application/octet-stream", "binary/octet-stream");

  /** Who says so means something else than to bring a picture. */
  private static final List<String> OTHER_TYPES =
      List.of("application/pdf", "application/postscript", "text/html", "text/xml", "video/mp4", "application/zip");

  static Stream<Arguments> contents() {
    return Stream.concat(pictures(), strangers());
  }

  private static Stream<Arguments> pictures() {
    int[] parts = {0x014A, 4, 1, 100};
    return Stream.of(
        arguments("JPEG", written("jpg", 3, 2)),
        arguments("PNG", written("png", 3, 2)),
        arguments("GIF", written("gif", 3, 2)),
        arguments("BMP", written("bmp", 3, 2)),
        arguments("TIFF", written("tiff", 3, 2)),
        arguments("WEBP", Samples.webpLossy(3, 2)),
        arguments("CR2", tiff(LITTLE_ENDIAN, "CR\2\0")),
        arguments("DNG", tiff(LITTLE_ENDIAN, "", new int[] {0xC612, 1, 4, 0x401})),
        arguments("NEF", tiff(BIG_ENDIAN, "NIKON CORPORATION\0", new int[] {0x010F, 2, 18, 8}, parts)),
        arguments("ARW", tiff(LITTLE_ENDIAN, "SONY\0", new int[] {0x010F, 2, 5, 8}, parts)),
        arguments("RW2", latin("IIU\0\u0018\0\0\0")),
        arguments("ORF", latin("IIRO\u0008\0\0\0")),
        arguments("RAF", latin("FUJIFILMCCD-RAW 0201")),
        arguments("CR3", ftyp("crx ", "crx ", "isom")),
        arguments("HEIC", ftyp("heic", "mif1", "heic")),
        arguments("HEIF", ftyp("mif1", "mif1")),
        arguments("AVIF", ftyp("mif1", "avif", "miaf")));
  }

  private static Stream<Arguments> strangers() {
    return Stream.of(
        arguments("a PostScript program", latin("%!PS-Adobe-3.0 EPSF-3.0")),
        arguments("a PostScript program", latin("\u00c5\u00d0\u00d3\u00c6\u0020\0\0\0")),
        arguments("a PDF document", latin("%PDF-1.7\n")),
        arguments("an MVG drawing", latin("push graphic-context\nimage over 0,0 0,0 'https://127.0.0.1/x'\n")),
        arguments("an MSL script", latin("<?xml version=\"1.0\"?><image><read filename=\"/etc/hostname\"/></image>")),
        arguments("an SVG drawing", latin("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
        arguments("an HTML page", latin("<!DOCTYPE html><title>x</title>")),
        arguments("a video", ftyp("isom", "iso2", "avc1", "mp41")),
        arguments("a video", latin("\u001aE\u00df\u00a3\1\0\0\0")),
        arguments("a ZIP archive", latin("PK\u0003\u0004\u0014\0")),
        arguments("a gzip archive", latin("\u001f\u008b\u0008\0")),
        arguments("a tar archive", concat(latin("a.jpg"), new byte[252], latin("ustar\0"))),
        arguments("a program", latin("\u007fELF\2\1\1\0")));
  }

  @Test
  void there_are_thirty_of_each() {
    assertThat(List.of(contents().count(), (long) EXTENSIONS.size(), (long) TYPES.size() + OTHER_TYPES.size())).containsOnly(30L);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void a_content_is_what_it_is_whatever_it_is_called(String expected, byte[] content) throws IOException {
    TreeSet<String> seen = new TreeSet<>();
    for (String extension : EXTENSIONS) {
      for (String type : TYPES) {
        seen.add(seen(content, extension, type));
      }
    }
    assertThat(seen).containsExactly(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void what_is_declared_to_be_no_picture_is_none(String expected, byte[] content) throws IOException {
    TreeSet<String> seen = new TreeSet<>();
    for (String extension : EXTENSIONS) {
      for (String type : OTHER_TYPES) {
        seen.add(seen(content, extension, type));
      }
    }
    assertThat(seen).containsExactly("415 Content-Type");
  }

  private static String seen(byte[] content, String extension, String type) throws IOException {
    Map<String, String> headers =
        Map.of("Content-Type", type, "Content-Disposition", "attachment; filename=\"picture." + extension + "\"");
    RawFile file;
    try {
      file = RawFile.of(new UploadHeaders(headers::get), new ByteArrayInputStream(content), content.length);
    } catch (Problem refused) {
      return refused.status() + " " + refused.errors().getFirst().field();
    }
    assertThat(file.fileName()).contains("picture." + extension);
    return switch (Inspection.of(Head.of(file.content().readAllBytes(), true))) {
      case Inspection.Picture picture -> picture.type().name();
      case Inspection.NoPicture other -> other.seen();
      case Inspection.Broken broken -> "broken " + broken.type();
    };
  }
}
