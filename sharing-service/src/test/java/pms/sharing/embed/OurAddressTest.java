package pms.sharing.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L6. */
class OurAddressTest {

  private final OurAddress ours = OurAddress.at(URI.create("https://pictures.example:8443/"));

  @Test
  void the_page_of_a_link_at_our_host_is_ours() {
    assertThat(ours.segment("https://pictures.example:8443/s/rome-abc_DEF")).contains("rome-abc_DEF");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "/s/abc", "http://pictures.example:8443/s/abc", "https://pictures.example/s/abc", "https://pictures.example:443/s/abc",
    "https://pictures.example:8443@evil.example/s/abc", "https://user@pictures.example:8443/s/abc",
    "https://pictures.example:8443.evil.example/s/abc", "https://evil.example/https://pictures.example:8443/s/abc",
    "https://evil.example#https://pictures.example:8443/s/abc", "https://pictures.example:8443\\@evil.example/s/abc",
    "https://pictures.example:8443/s\\abc", "https://pictures.example:8443//s/abc", "https://pictures.example:8443/s/abc/",
    "https://pictures.example:8443/s/abc?x", "https://pictures.example:8443/s/abc#x", "https://pictures.example:8443/s/../s/abc",
    "https://pictures.example:8443/s/%61bc", "https://pictures.example:8443/s/a b", "https://pictures.example:8443/s/abc\n",
    "https://PICTURES.example:8443/s/abc", "https://pictures\u3002example:8443/s/abc", "https://p\u0456ctures.example:8443/s/abc",
    "https://picturesXexample:8443/s/abc", " https://pictures.example:8443/s/abc", "https://pictures.example:8443/embed/abc",
    "https://pictures.example:8443/s/", "javascript:https://pictures.example:8443/s/abc"
  })
  void every_other_spelling_is_not(String url) {
    assertThat(ours.segment(url)).isEmpty();
  }

  @Test
  void nothing_is_not() {
    assertThat(ours.segment(null)).isEmpty();
  }
}
