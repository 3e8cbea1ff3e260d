package pms.platform.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import pms.platform.Http;
import pms.platform.PlatformException;
import pms.platform.Port;
import pms.platform.Site;

/** What pictures are rendered with, as the processing service's health tells. */
final class PixelEngineLine {

  private PixelEngineLine() {}

  /** Empty while that service does not answer. */
  static Optional<String> of(Site site) {
    try {
      return parse(Http.get("http://127.0.0.1:" + site.port(Port.PROCESSING) + "/q/health/ready").body());
    } catch (PlatformException notRunning) {
      // The table says so.
      return Optional.empty();
    }
  }

  static Optional<String> parse(String health) {
    try {
      for (JsonNode check : new ObjectMapper().readTree(health).path("checks")) {
        if (check.path("name").asText().equals("pixel engine")) {
          return Optional.of(line(check.path("data")));
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException somebodyElse) {
      // Another program on that port.
      return Optional.empty();
    }
  }

  private static String line(JsonNode data) {
    return "  pictures: %s %s, reads %s; writes %s; guards: %s"
        .formatted(text(data, "engine"), text(data, "version"), text(data, "reads"), text(data, "writes"), text(data, "guards"));
  }

  private static String text(JsonNode data, String name) {
    return data.path(name).asText("?");
  }
}
