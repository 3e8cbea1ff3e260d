package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.Topics;
import pms.platform.process.ProcessRegistry;
import pms.platform.server.KafkaServer;
import pms.platform.server.PostgresServer;
import pms.platform.server.RedisServer;
import pms.platform.server.Server;

/** A supervisor at work, on the servers that start fastest, in a home of their own. */
class SuiteTest {

  private static final Home HOME = Home.at(Path.of("target/suite-test"));
  private static final List<Server> SERVERS = List.of(new PostgresServer(), new KafkaServer(), new RedisServer());

  private Suite suite;

  @BeforeEach
  void up() {
    suite = Suite.of(HOME, Ports.free(), SERVERS);
    suite.up(Progress.NONE);
  }

  @AfterAll
  static void forget() {
    Suite.of(HOME, Ports.free(), SERVERS).down(Progress.NONE);
    HOME.forget();
  }

  @Test
  void a_second_up_leaves_what_runs_as_it_is_and_on_its_ports() {
    Map<String, Long> before = pids();

    Suite again = Suite.of(HOME, Ports.free(), SERVERS);
    again.up(Progress.NONE);

    assertThat(pids()).isEqualTo(before);
    assertThat(again.site().ports()).isEqualTo(suite.site().ports());
  }

  @Test
  void a_kafka_killed_with_9_is_started_again_and_has_kept_its_topics() throws Exception {
    Map<String, Long> before = pids();
    suite.kill("kafka");
    assertThat(states()).containsEntry("kafka", "stopped");

    suite.up(Progress.NONE);

    assertThat(pids()).containsEntry("redis", before.get("redis")).doesNotContainEntry("kafka", before.get("kafka"));
    assertThat(topics()).contains("image-uploaded", Topics.parked("search"));
  }

  @Test
  void a_postgresql_killed_with_9_is_started_again() {
    suite.kill("postgresql");

    suite.up(Progress.NONE);

    assertThat(states()).containsEntry("postgresql", "ready");
  }

  @Test
  void what_a_killed_launcher_left_without_records_is_found_again() {
    Map<String, Long> before = pids();
    SERVERS.forEach(server -> new ProcessRegistry(HOME).forget(server.name()));

    suite.up(Progress.NONE);

    assertThat(pids()).isEqualTo(before);
  }

  @Test
  void down_leaves_no_process_behind_even_without_records() {
    SERVERS.forEach(server -> new ProcessRegistry(HOME).forget(server.name()));

    suite.down(Progress.NONE);

    assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info).map(info -> info.commandLine().orElse("")))
        .noneMatch(command -> command.contains(HOME.folder().toString()));
    assertThat(SERVERS).allSatisfy(server -> assertThat(new ProcessRegistry(HOME).all(server.name())).isEmpty());
  }

  @Test
  void restart_replaces_one_process_only() {
    Map<String, Long> before = pids();

    suite.restart("redis", Progress.NONE);

    assertThat(pids()).containsEntry("kafka", before.get("kafka")).doesNotContainEntry("redis", before.get("redis"));
  }

  @Test
  void a_taken_port_stops_the_start_before_anything_is_started() throws IOException {
    suite.down(Progress.NONE);
    Ports ports = Ports.free();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.number(Port.REDIS)));

      assertThatThrownBy(() -> Suite.of(HOME, ports, SERVERS).up(Progress.NONE))
          .isInstanceOf(PlatformException.class)
          .hasMessageMatching("Port \\d+ \\(Redis\\) is taken by pid \\d+ \\(.*\\): stop that, or choose another port with PMS_REDIS_PORT\\.");
      assertThat(states()).containsOnly(Map.entry("postgresql", "stopped"), Map.entry("kafka", "stopped"), Map.entry("redis", "stopped"));
    }
  }

  @Test
  void a_name_nobody_has_is_answered_with_those_there_are() {
    assertThatThrownBy(() -> suite.server("kafak")).hasMessage("There is no kafak; there are: postgresql, kafka, redis.");
  }

  private Map<String, Long> pids() {
    Map<String, Long> pids = new TreeMap<>();
    suite.states().forEach(state -> pids.put(state.name(), state.pid()));
    return pids;
  }

  private Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    suite.states().forEach(state -> states.put(state.name(), state.state()));
    return states;
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", suite.site().endpoints().kafka()))) {
      return admin.listTopics().names().get();
    }
  }
}
