package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pms.platform.server.PostgresServer;
import pms.platform.server.KeycloakServer;
import pms.platform.server.RedisServer;
import pms.platform.server.Server;

class TasksTest {

  private final List<Server> servers = List.of(new KeycloakServer(), new PostgresServer(), new RedisServer());

  @Test
  void what_is_needed_is_done_first() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Tasks tasks = new Tasks();

    tasks.run(
        servers,
        server -> {
          tasks.awaitAll(server.needs());
          order.add(server.name());
        });

    assertThat(order).containsExactlyInAnyOrder("redis", "postgresql", "keycloak").containsSubsequence("postgresql", "keycloak");
  }

  @Test
  void only_the_first_cause_of_a_failure_is_reported() {
    Tasks tasks = new Tasks();

    assertThatThrownBy(
            () ->
                tasks.run(
                    servers,
                    server -> {
                      tasks.awaitAll(server.needs());
                      if (server.name().equals("postgresql")) {
                        throw new PlatformException("the disk is full");
                      }
                    }))
        .isInstanceOf(PlatformException.class)
        .hasMessage("the disk is full");
  }
}
