package pms.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** X1: no token of a link in a log. */
class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "/s/rome-abcdef, /s/…",
    "/embed/abcdef, /embed/…",
    "/api/public/abcdef/images/1/thumbnails/small, /api/public/…/images/1/thumbnails/small",
    "/api/images/1, /api/images/1",
    "/api/public, /api/public",
  })
  void a_links_token_is_not_shown(String path, String shown) {
    assertThat(Addresses.loggable(path)).isEqualTo(shown);
  }
}
