package pms.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {

  private static final List<String> ALL = List.of("image/webp", "image/avif", "image/jpeg");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "*/*                                                             | image/jpeg",
    "image/*                                                         | image/jpeg",
    "application/json                                                | image/jpeg",
    "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=.8 | image/webp",
    "image/avif,*/*;q=0.5                                            | image/avif",
    "image/avif, image/webp;q=0.9, image/jpeg;q=0.8                  | image/avif",
    "IMAGE/WEBP                                                      | image/webp",
    "image/webp;q=0, */*                                             | image/jpeg",
    "image/webp;q=0.2, image/jpeg                                    | image/jpeg",
    "image/webp;q=0.2, image/jpeg;q=0.1                              | image/webp",
    "image/webp ; q=1.000 ; v=2                                      | image/webp",
    "image/jpeg, image/webp                                          | image/webp",
    ",,;;q=2                                                         | image/jpeg"
  })
  void the_best_that_the_client_names_wins(String header, String best) {
    assertThat(new Accepted(header).best(ALL)).isEqualTo(best);
  }

  @Test
  void what_is_not_offered_is_not_chosen() {
    assertThat(new Accepted("image/webp").best(List.of("image/jpeg"))).isEqualTo("image/jpeg");
    assertThat(new Accepted(null).best(ALL)).isEqualTo("image/jpeg");
  }
}
