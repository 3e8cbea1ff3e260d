package pms.upload.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

  private static final String BASE64 = "X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=";
  private static final String HEX = "5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-256=:" + BASE64 + ":",
        "  sha-256=:" + BASE64 + ":  ",
        "sha-512=:AAAA:, sha-256=:" + BASE64 + ":",
        "sha-256=:" + BASE64 + ":,md5=:AAAA:",
        "sha-256=:" + BASE64 + ":;q=1"
      })
  void the_sum_is_read_out_of_a_digest_header(String header) {
    assertThat(Sha256.ofDigestHeader(header)).contains(new Sha256(HEX));
  }

  @Test
  void other_algorithms_alone_vouch_for_nothing_we_check() {
    assertThat(Sha256.ofDigestHeader("sha-512=:AAAA:")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "sha-256", "sha-256=" + BASE64, "sha-256=:AAAA:", "sha-256=::", "sha-256=:" + BASE64, "SHA-256=:" + BASE64 + ":",
        "sha-256=:" + BASE64 + ":,", "sha-256=:=====:", HEX
      })
  void a_malformed_header_is_refused(String header) {
    assertThatIllegalArgumentException().isThrownBy(() -> Sha256.ofDigestHeader(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "5F8F04F6A3A892AAABBDDB6CF273894493773960D4A325B105FEE46EEF4304F1"})
  void only_64_lower_case_hex_digits_are_a_sum(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(text));
  }
}
