package pms.upload.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a {@code Content-Disposition} header, read leniently: what cannot be understood is left out, since a
 * name is for people only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a> and RFC 8187 for {@code filename*}
 */
record ContentDisposition(Map<String, String> parameters) {

  static ContentDisposition parse(String header) {
    Map<String, String> parameters = new HashMap<>();
    int at = header.indexOf(';');
    while (at >= 0 && at < header.length()) {
      at = readParameter(header, at + 1, parameters);
    }
    return new ContentDisposition(parameters);
  }

  /** The form field a part belongs to. */
  Optional<String> name() {
    return Optional.ofNullable(parameters.get("name"));
  }

  /** The extended form wins over the plain one. */
  Optional<String> fileName() {
    return Optional.ofNullable(parameters.get("filename*"))
        .flatMap(ContentDisposition::extended)
        .or(() -> Optional.ofNullable(parameters.get("filename")).map(ContentDisposition::repaired));
  }

  /** Returns where the next semicolon stands. */
  private static int readParameter(String header, int from, Map<String, String> parameters) {
    int equals = header.indexOf('=', from);
    if (equals < 0) {
      return header.length();
    }
    String name = header.substring(from, equals).strip().toLowerCase(Locale.ROOT);
    int start = equals + 1;
    while (start < header.length() && Character.isWhitespace(header.charAt(start))) {
      start++;
    }
    if (start < header.length() && header.charAt(start) == '"') {
      return readQuoted(header, start + 1, name, parameters);
    }
    int end = header.indexOf(';', start);
    end = end < 0 ? header.length() : end;
    parameters.putIfAbsent(name, header.substring(start, end).strip());
    return end;
  }

  /** A backslash escapes quotes and itself only: some browsers send Windows paths unescaped. */
  private static int readQuoted(String header, int from, String name, Map<String, String> parameters) {
    StringBuilder value = new StringBuilder();
    int at = from;
    while (at < header.length() && header.charAt(at) != '"') {
      boolean escape = header.charAt(at) == '\\' && at + 1 < header.length() && "\"\\".indexOf(header.charAt(at + 1)) >= 0;
      value.append(header.charAt(escape ? at + 1 : at));
      at += escape ? 2 : 1;
    }
    parameters.putIfAbsent(name, value.toString());
    int next = header.indexOf(';', at);
    return next < 0 ? header.length() : next;
  }

  private static Optional<String> extended(String value) {
    String[] parts = value.split("'", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    boolean latin = parts[0].equalsIgnoreCase("ISO-8859-1");
    if (!latin && !parts[0].equalsIgnoreCase("UTF-8")) {
      return Optional.empty();
    }
    return unescape(parts[2]).flatMap(
        bytes -> decode(bytes, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> unescape(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '%') {
        bytes.put((byte) c);
        continue;
      }
      int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
      int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (high << 4 | low));
      at += 2;
    }
    byte[] result = new byte[bytes.position()];
    bytes.flip().get(result);
    return Optional.of(result);
  }

  /** Headers arrive as Latin-1, but browsers and curl write UTF-8 into them: what reads as UTF-8 was meant so. */
  private static String repaired(String value) {
    boolean latin = value.chars().allMatch(c -> c <= 0xFF);
    return latin ? decode(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).orElse(value) : value;
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notOfThisCharset) {
      return Optional.empty();
    }
  }
}
