package pms.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks A10 and R6: whose word is believed about where a request comes from. */
class SendersTest {

  private static final Senders BEHIND_PROXIES =
      new Senders(List.of(AddressRange.of("127.0.0.1"), AddressRange.of("10.0.0.0/8"), AddressRange.of("fd00::/8")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1       | 203.0.113.9                        | 203.0.113.9
          127.0.0.1       | 6.6.6.6, 203.0.113.9               | 203.0.113.9
          127.0.0.1       | 203.0.113.9, 10.1.2.3              | 203.0.113.9
          127.0.0.1       | 6.6.6.6 ,203.0.113.9,10.1.2.3,fd12::3 | 203.0.113.9
          127.0.0.1       | 10.9.9.9, 10.1.2.3                 | 10.9.9.9
          127.0.0.1       | 203.0.113.9:4711                   | 203.0.113.9
          fd00:0:0:0:0:0:0:1 | 2001:DB8::9                     | 2001:db8:0:0:0:0:0:9
          127.0.0.1       | [2001:db8::9]:4711                 | 2001:db8:0:0:0:0:0:9
          127.0.0.1       | ::ffff:203.0.113.9                 | 203.0.113.9
          127.0.0.1       | 203.0.113.9, unknown               | 127.0.0.1
          127.0.0.1       | localhost                          | 127.0.0.1
          127.0.0.1       | 999.1.1.1                          | 127.0.0.1
          127.0.0.1       | ''                                 | 127.0.0.1
          11.0.0.1        | 203.0.113.9                        | 11.0.0.1
          127.0.0.2       | 127.0.0.1                          | 127.0.0.2
          """)
  void the_last_address_that_one_of_ours_has_told_is_the_senders(String peer, String told, String sender) {
    assertThat(BEHIND_PROXIES.address(peer, List.of(told))).isEqualTo(sender);
    assertThat(BEHIND_PROXIES.address(peer, Arrays.asList(told.split(",")))).isEqualTo(sender);
  }

  @Test
  void nobody_is_believed_unless_named() {
    assertThat(new Senders(List.of()).address("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("127.0.0.1");
    assertThat(BEHIND_PROXIES.address("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "/8", ""})
  void what_is_no_address_is_no_proxy_and_the_gateway_does_not_start(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
