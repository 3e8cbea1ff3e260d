package pms.e2e.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** What a well-behaved HTTP client would refuse to send. */
final class RawRequest {
  private RawRequest() {}

  /** The first answer on a connection of its own: status, or 0 when the connection is closed without one. */
  record RawAnswer(int status, String text) {}

  static RawAnswer get(int port, String target, String... headers) throws IOException {
    return send(port, "GET", target, headers);
  }

  static RawAnswer send(int port, String method, String target, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder(method)
        .append(' ')
        .append(target)
        .append(" HTTP/1.1\r\nHost: localhost:")
        .append(port)
        .append("\r\nConnection: close\r\n");
    for (String header : headers) request.append(header).append("\r\n");
    return exchange(port, request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  static RawAnswer exchange(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  /** Sends the beginning of a request and breaks the connection. */
  static void cut(int port, byte[] head, byte[] part) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(part);
      socket.getOutputStream().flush();
    }
  }

  private static RawAnswer read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (SocketTimeoutException | java.net.SocketException e) {
      bytes.flush(); // what has come so far is the answer
    }
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    String[] words = text.split(" ", 3);
    return new RawAnswer(
        words.length > 1 && words[0].startsWith("HTTP/") ? Integer.parseInt(words[1]) : 0, text);
  }
}
