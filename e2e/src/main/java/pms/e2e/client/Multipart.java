package pms.e2e.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with one file in the part {@code file}. */
public record Multipart(String boundary, byte[] body) {

  public static Multipart file(byte[] bytes, String fileName, String type) {
    String boundary = "pms-" + Long.toHexString(System.nanoTime());
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes.length + 512);
    body.writeBytes(
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n"));
    body.writeBytes(bytes);
    body.writeBytes(text("\r\n--" + boundary + "--\r\n"));
    return new Multipart(boundary, body.toByteArray());
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
