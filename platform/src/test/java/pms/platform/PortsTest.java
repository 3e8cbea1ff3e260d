package pms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @Test
  void a_variable_changes_only_its_own_port() {
    Ports ports = Ports.from(Map.of("PMS_KAFKA_PORT", "29092"));

    assertThat(ports.number(Port.KAFKA)).isEqualTo(29092);
    assertThat(ports.number(Port.POSTGRES)).isEqualTo(15432);
  }

  @Test
  void what_is_not_a_port_is_refused_with_the_name_of_its_variable() {
    for (String wrong : new String[] {"kafka", "0", "65536", "-1", ""}) {
      assertThatThrownBy(() -> Ports.from(Map.of("PMS_KAFKA_PORT", wrong)))
          .isInstanceOf(PlatformException.class)
          .hasMessage("PMS_KAFKA_PORT=" + wrong + " is not a port: a number from 1 to 65535 is wanted.");
    }
  }

  @Test
  void free_ports_are_all_different() {
    Map<Port, Integer> numbers = Ports.free().numbers();

    assertThat(new HashSet<>(numbers.values())).hasSameSizeAs(Port.values());
  }

  @Test
  void saved_ports_come_back(@TempDir Path folder) {
    Ports ports = Ports.free();

    ports.save(folder.resolve("ports"));

    assertThat(Ports.load(folder.resolve("ports"))).contains(ports);
    assertThat(Ports.load(folder.resolve("none"))).isEmpty();
  }
}
