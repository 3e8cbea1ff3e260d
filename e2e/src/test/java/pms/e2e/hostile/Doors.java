package pms.e2e.hostile;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import pms.e2e.suite.Suite;
import pms.platform.Port;

/** One guarded address of every port: the gateway's for each service behind it, and each service's own. */
record Doors(Suite suite) {

  Map<String, String> all() {
    Map<Port, String> paths = new LinkedHashMap<>();
    paths.put(Port.UPLOAD, "/api/me");
    paths.put(Port.METADATA, "/api/images");
    paths.put(Port.PROCESSING, "/api/images/" + UUID.randomUUID() + "/original");
    paths.put(Port.SEARCH, "/api/search");
    paths.put(Port.SHARING, "/api/albums");
    Map<String, String> doors = new LinkedHashMap<>();
    paths.forEach((service, path) -> {
      doors.put("the gateway for " + service.label(), suite.addresses().gateway() + path);
      doors.put(service.label(), "http://127.0.0.1:" + suite.portOf(service) + path);
    });
    return doors;
  }

  /** @param authorization empty for none */
  int status(String address, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    return suite.http().send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
