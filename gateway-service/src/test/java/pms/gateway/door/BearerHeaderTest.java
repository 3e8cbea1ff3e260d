package pms.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a", "bearer a.b-c_d~e+f/g", "Bearer 0Z==", "Bearer x="})
  void one_token_is_one(String header) {
    assertThat(BearerHeader.isOne(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "B", "Bearer", "Bearer ", "Bearer  a", "Bearer\ta", "Bearera", "BEARER a", "Basic a", " Bearer a", "Bearer a ", "Bearer a b", "Bearer a,b",
      "Bearer \"a\"", "Bearer a=b", "Bearer =", "Bearer ä", "Bearer a\n", "Bearer \u0000", "Ḃearer a"
  })
  void anything_else_is_none(String header) {
    assertThat(BearerHeader.isOne(header)).isFalse();
  }
}
