package pms.platform.server;

import java.util.List;
import java.util.stream.Stream;

/** What a suite is made of. */
public final class Servers {

  private Servers() {}

  /** The six real servers; the slowest to start come first. */
  public static List<Server> real() {
    return List.of(
        new PostgresServer(), new ElasticsearchServer(), new KafkaServer(), new KeycloakServer(), new S3Server(), new RedisServer());
  }

  /** The real servers and our six services. */
  public static List<Server> all() {
    return Stream.concat(real().stream(), QuarkusService.all().stream()).toList();
  }
}
