package pms.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import pms.platform.Port;

class PortOwnerTest {

  private static final String LISTENING =
      "   0: 0100007F:4A94 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 123456 1 0000000000000000 100 0 0 10 0";

  @Test
  void a_taken_port_is_one_line_that_names_port_owner_and_variable() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String line = PortOwner.conflict(Port.KAFKA, socket.getLocalPort()).orElseThrow();

      assertThat(line)
          .startsWith("Port " + socket.getLocalPort() + " (Kafka) is taken by pid " + ProcessHandle.current().pid() + " (")
          .endsWith("): stop that, or choose another port with PMS_KAFKA_PORT.")
          .doesNotContain("\n");
    }
  }

  @Test
  void a_free_port_is_no_conflict() throws IOException {
    int number;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      number = socket.getLocalPort();
    }

    assertThat(PortOwner.conflict(Port.KAFKA, number)).isEmpty();
  }

  @Test
  void the_socket_of_a_listener_is_found_in_the_kernels_table() {
    assertThat(PortOwner.listeningSocket(LISTENING, 0x4A94)).contains("socket:[123456]");
  }

  @Test
  void connections_and_other_ports_in_that_table_are_passed_over() {
    assertThat(PortOwner.listeningSocket(LISTENING, 80)).isEmpty();
    assertThat(PortOwner.listeningSocket(LISTENING.replace(" 0A ", " 01 "), 0x4A94)).isEmpty();
    assertThat(PortOwner.listeningSocket("  sl  local_address rem_address   st", 80)).isEmpty();
  }
}
