package pms.sharing.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCD-_";

  /** L3. */
  @Test
  void ten_thousand_tokens_are_all_different_and_have_at_least_128_bits() {
    SecureRandom random = new SecureRandom();
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      LinkToken token = LinkToken.fresh(random);
      assertThat(Base64.getUrlDecoder().decode(token.value())).hasSizeGreaterThanOrEqualTo(16);
      assertThat(LinkAddress.parse(token.value())).map(LinkAddress::token).contains(token);
      tokens.add(token.value());
    }
    assertThat(tokens).hasSize(10_000);
  }

  @Test
  void every_bit_of_many_tokens_is_sometimes_set_and_sometimes_not() {
    SecureRandom random = new SecureRandom();
    byte[] ones = new byte[24];
    byte[] zeros = new byte[24];
    for (int i = 0; i < 200; i++) {
      byte[] token = Base64.getUrlDecoder().decode(LinkToken.fresh(random).value());
      for (int at = 0; at < token.length; at++) {
        ones[at] |= token[at];
        zeros[at] |= (byte) ~token[at];
      }
    }
    assertThat(ones).containsOnly(0xff);
    assertThat(zeros).containsOnly(0xff);
  }

  @Test
  void words_before_the_token_are_read_apart_even_where_the_token_has_dashes() {
    LinkAddress address = LinkAddress.parse("summer-in-rome-" + TOKEN).orElseThrow();
    assertThat(address.slug()).contains("summer-in-rome");
    assertThat(address.token().value()).isEqualTo(TOKEN);
    assertThat(LinkAddress.parse("-" + TOKEN.substring(1)).orElseThrow().slug()).isEmpty();
  }

  @Test
  void words_have_to_be_those_of_the_link_or_left_out() {
    Link link = new Link();
    link.slug = "rome";
    assertThat(LinkAddress.parse("rome-" + TOKEN).orElseThrow().names(link)).isTrue();
    assertThat(LinkAddress.parse(TOKEN).orElseThrow().names(link)).isTrue();
    assertThat(LinkAddress.parse("paris-" + TOKEN).orElseThrow().names(link)).isFalse();
    link.slug = null;
    assertThat(LinkAddress.parse("rome-" + TOKEN).orElseThrow().names(link)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "rome", "abcdefghijklmnopqrstuvwxyzABCD-", "abcdefghijklmnopqrstuvwxyzABCD-_=", "abcdefghijklmnopqrstuvwxyzABCD+/",
    "Rome-abcdefghijklmnopqrstuvwxyzABCD-_", "rome--abcdefghijklmnopqrstuvwxyzABCD-_", "-abcdefghijklmnopqrstuvwxyzABCD-_",
    "rome.abcdefghijklmnopqrstuvwxyzABCD-_", " abcdefghijklmnopqrstuvwxyzABCD-_", "abcdefghijklmnopqrstuvwxyzABCD-_;x"
  })
  void what_is_spelled_otherwise_names_no_link(String segment) {
    assertThat(LinkAddress.parse(segment)).isEmpty();
  }

  @Test
  void a_token_does_not_get_into_a_log_by_accident() {
    assertThat(new LinkToken(TOKEN).toString()).doesNotContain(TOKEN);
  }
}
