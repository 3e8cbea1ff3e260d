package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static pms.processing.render.Format.AVIF;
import static pms.processing.render.Format.BMP;
import static pms.processing.render.Format.GIF;
import static pms.processing.render.Format.HEIC;
import static pms.processing.render.Format.JPEG;
import static pms.processing.render.Format.PNG;
import static pms.processing.render.Format.RAW;
import static pms.processing.render.Format.SVG;
import static pms.processing.render.Format.TIFF;
import static pms.processing.render.Format.UNKNOWN;
import static pms.processing.render.Format.WEBP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H7: what is in a file decides, and what it is called does not. What a client declares never gets here. */
class FormatTest {

  static final List<String> EXTENSIONS = List.of(
      "jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "heic", "heif", "avif", "cr2", "nef", "arw", "dng", "rw2", "orf",
      "raf", "svg", "pdf", "ps", "eps", "mvg", "msl", "mp4", "mov", "zip", "html", "csv", "v");

  @TempDir Path folder;

  @Test
  void thirty_contents_under_thirty_names_are_what_they_are() throws IOException {
    Map<String, Format> contents = contents();
    assertThat(contents).hasSizeGreaterThanOrEqualTo(30);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Format> content : contents.entrySet()) {
      for (String extension : EXTENSIONS) {
        Path file = folder.resolve("picture." + extension);
        Files.write(file, content.getKey().getBytes(StandardCharsets.ISO_8859_1));
        if (Format.of(file) != content.getValue()) {
          wrong.add(content + " ." + extension);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Map<String, Format> contents() {
    Map<String, Format> contents = new LinkedHashMap<>();
    put(contents, JPEG, "\u00ff\u00d8\u00ff\u00e1\0\u0010Exif", "\u00ff\u00d8\u00ff\u00db\0\u0043");
    put(contents, PNG, "\u0089PNG\r\n\u001a\n");
    put(contents, GIF, "GIF87a\1\0", "GIF89a\1\0");
    put(contents, WEBP, "RIFF\0\0\0\0WEBPVP8 ");
    put(contents, BMP, "BM\0\0\0\0");
    put(contents, TIFF, "II*\0\u0008\0\0\0\1\0\0", "MM\0*\0\0\0\u0008\0\1\0");
    put(contents, RAW, "II*\0\u0010\0\0\0CR\2\0", "IIU\0", "IIRO", "IIRS", "MMOR", "FUJIFILMCCD-RAW 0201");
    put(contents, HEIC, boxes("heic", "mif1"), boxes("heix", "heic"), boxes("mif1", "heic"), boxes("msf1", "hevc"), boxes("mif1", "mif1"));
    put(contents, AVIF, boxes("avif", "mif1"), boxes("avis", "msf1"), boxes("mif1", "avif"), boxes("mif1", "miaf", "MA1A", "avif"));
    put(contents, SVG, "<svg xmlns='http://www.w3.org/2000/svg'/>", "\n <?xml version='1.0'?><svg/>");
    put(contents, UNKNOWN,
        "", "%!PS-Adobe-3.0", "\u00c5\u00d0\u00d3\u00c6", "%PDF-1.7\n", "push graphic-context\n", "viewbox 0 0 1 1", "<msl>", "<image>",
        boxes("isom", "mp41", "avc1"), boxes("qt  ", "heic"), boxes("mp42", "avif"), "\u001aE\u00df\u00a3", "RIFF\0\0\0\0AVI ",
        "RIFF\0\0\0\0WAVE", "PK\u0003\u0004", "\u001f\u008b\u0008", "7z\u00bc\u00af", "Rar!", "<html>", "#!/bin/sh", "P6 2 2 255 xxx");
    return contents;
  }

  private static void put(Map<String, Format> contents, Format format, String... all) {
    for (String content : all) {
      contents.put(content, format);
    }
  }

  private static String boxes(String major, String... compatible) {
    int length = 16 + 4 * compatible.length;
    return "\0\0\0" + (char) length + "ftyp" + major + "\0\0\0\0" + String.join("", compatible) + "\0\0\0\u0010metaavif";
  }
}
