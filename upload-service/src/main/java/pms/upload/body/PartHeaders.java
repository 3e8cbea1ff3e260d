package pms.upload.body;

import java.util.Map;
import java.util.TreeMap;

/** The header block of one part of a form. */
final class PartHeaders {

  /** A line that begins with white space continues the one before it. */
  static UploadHeaders parse(String block) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : block.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return new UploadHeaders(headers::get);
  }

  private PartHeaders() {}
}
