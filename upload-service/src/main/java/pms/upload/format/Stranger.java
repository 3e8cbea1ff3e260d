package pms.upload.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Names what is no picture of ours, so that a refusal can say which content was seen. */
public final class Stranger {

  private static final int LOOK = 1024;

  private record Magic(int at, String bytes, String name) {}

  private static final List<Magic> BINARY =
      List.of(
          new Magic(0, "%PDF-", "a PDF document"),
          new Magic(0, "%!PS", "a PostScript program"),
          new Magic(0, "\u00c5\u00d0\u00d3\u00c6", "a PostScript program"),
          new Magic(0, "PK\u0003\u0004", "a ZIP archive"),
          new Magic(0, "PK\u0005\u0006", "a ZIP archive"),
          new Magic(0, "\u001f\u008b", "a gzip archive"),
          new Magic(0, "BZh", "a bzip2 archive"),
          new Magic(0, "\u00fd7zXZ", "an xz archive"),
          new Magic(0, "7z\u00bc\u00af", "a 7z archive"),
          new Magic(0, "Rar!", "a RAR archive"),
          new Magic(0, "\u0028\u00b5\u002f\u00fd", "a Zstandard archive"),
          new Magic(257, "ustar", "a tar archive"),
          new Magic(4, "ftyp", "a video"),
          new Magic(4, "moov", "a video"),
          new Magic(4, "mdat", "a video"),
          new Magic(0, "\u001aE\u00df\u00a3", "a video"),
          new Magic(8, "AVI ", "a video"),
          new Magic(0, "FLV\u0001", "a video"),
          new Magic(0, "\0\0\u0001\u00ba", "a video"),
          new Magic(0, "\0\0\u0001\u00b3", "a video"),
          new Magic(8, "WAVE", "a sound file"),
          new Magic(0, "OggS", "a sound file"),
          new Magic(0, "fLaC", "a sound file"),
          new Magic(0, "ID3", "a sound file"),
          new Magic(0, "\u007fELF", "a program"),
          new Magic(0, "MZ", "a program"),
          new Magic(0, "\u00ca\u00fe\u00ba\u00be", "a program"),
          new Magic(0, "8BPS", "a Photoshop document"),
          new Magic(0, "\0\0\0\fjP  ", "a JPEG 2000 picture"),
          new Magic(0, "\u00ff\u004f\u00ff\u0051", "a JPEG 2000 picture"),
          new Magic(0, "\0\0\0\fJXL ", "a JPEG XL picture"),
          new Magic(0, "\u00ff\n", "a JPEG XL picture"),
          new Magic(0, "\0\0\u0001\0", "an icon"),
          new Magic(0, "\0\0\u0002\0", "an icon"),
          new Magic(0, "\u00d7\u00cd\u00c6\u009a", "a Windows metafile"),
          new Magic(0, "SQLite format 3", "a database"));

  /** With its article: "a PDF document". */
  public static String name(Head head) {
    for (Magic magic : BINARY) {
      if (head.has(magic.at(), magic.bytes())) {
        return magic.name();
      }
    }
    return isText(head) ? text(head) : "nothing we know";
  }

  /** Programs for picture tools (MSL, MVG) are named too: they are text that some tools would obey. */
  private static String text(Head head) {
    String start = head.text(0, Math.min(LOOK, head.length())).strip().toLowerCase(Locale.ROOT);
    if (start.contains("<svg")) {
      return "an SVG drawing";
    }
    if (start.contains("<!doctype html") || start.contains("<html")) {
      return "an HTML page";
    }
    if (start.contains("<msl") || start.contains("<image")) {
      return "an MSL script";
    }
    if (start.startsWith("push graphic-context") || start.startsWith("viewbox ")) {
      return "an MVG drawing";
    }
    return start.startsWith("<?xml") ? "an XML document" : "text";
  }

  private static boolean isText(Head head) {
    String start = head.text(0, Math.min(LOOK, head.length()));
    if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
      return true;
    }
    return start.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') && isUtf8(start);
  }

  /** Where more follows, the last character may be cut in the middle. */
  private static boolean isUtf8(String latin) {
    byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
    for (int cut = 0; cut <= (bytes.length == LOOK ? 3 : 0); cut++) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
        return true;
      } catch (CharacterCodingException cutOrBinary) {
        continue;
      }
    }
    return false;
  }

  private Stranger() {}
}
