package pms.e2e.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import pms.e2e.client.Answer;

/** Somebody without an account, who keeps no cookies and follows no redirect. */
public record Visitor(Suite suite) {

  /** @param path or a whole address that the suite gave out */
  public Answer get(String path, String... headers) throws IOException, InterruptedException {
    return send(path, "GET", BodyPublishers.noBody(), headers);
  }

  public Answer post(String path, String type, String body, String... headers) throws IOException, InterruptedException {
    return post(path, type, BodyPublishers.ofString(body), headers);
  }

  public Answer post(String path, String type, BodyPublisher body, String... headers) throws IOException, InterruptedException {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = type;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send(path, "POST", body, all);
  }

  private Answer send(String path, String method, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    URI address = path.startsWith("/") ? suite.addresses().at(path) : URI.create(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).method(method, body);
    if (headers.length > 0) request.headers(headers);
    var response = suite.http().send(request.build(), BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response);
  }
}
