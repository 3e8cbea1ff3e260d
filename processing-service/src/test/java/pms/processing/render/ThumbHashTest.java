package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbHashTest {

  /** What the published JavaScript makes of the same pixels. */
  @ParameterizedTest
  @CsvSource({
    "gradient,100,75,X/gFDYRTd1dmRwgngzSypaie740E",
    "gradient,75,100,H/gFDQRmVVaGdHV0cXBrau9vb3dv",
    "gradient,100,100,H/gFDwJmVXQ4ZllmVnUQGeDExvq1dfgE",
    "gradient,1,1,AAgCBwAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "gradient,100,1,Uism2ZB2d4eIiAiJdojwhTg=",
    "gradient,3,97,F/oJOQyEgDd4hYZqj0eCWAY=",
    "gradient,64,20,XBgKGohgcHhxhmmHxLn/9oc=",
    "glass,100,75,X/iBDIIIQmhlRgcRodv63kiQlxgXh3uACA==",
    "glass,75,100,H/iBDAIHZmV1aWUW8O3nd/ZWVRQNTUXiBQ==",
    "glass,100,100,H/iBDQIHVlU3dWV1EM5va3dPRUXBwVQTTw==",
    "glass,1,1,AAiCBQAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "glass,100,1,Uium4Yh3d3iIiIB3iPCFCHd3iIiAePg=",
    "glass,3,97,GPqFIQgHg5BHaHiPSHN4B4d4gHdmGHc=",
    "glass,64,20,nCiGCoQHUIFyiIbGp//Vd3d3KgoyUGs=",
    "red,100,75,1fsDBYCIiIiHiIdweIeHh4eIcIgI",
    "red,64,20,1fsDAoC/K3Rzd2iHT4f5dJg=",
    "nothing,100,100,AAiCBQAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "nothing,64,20,AAiCAoAAAAAAAAAAAAAAAAAAAAAAAAA="
  })
  void is_what_the_published_algorithm_gives(String picture, int width, int height, String hash) {
    IntBinaryOperator pixel =
        switch (picture) {
          case "gradient" -> (x, y) -> argb(255, x * 7 + y * 3, x * 2 + y * 5, x * y);
          case "glass" -> (x, y) -> argb(x * 11 + y * 13, x * 7 + y * 3, x * 2 + y * 5, x * y);
          case "red" -> (x, y) -> argb(255, 255, 0, 0);
          default -> (x, y) -> argb(0, 10, 20, 30);
        };
    assertThat(Base64.getEncoder().encodeToString(hash(width, height, pixel))).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void the_average_colour_and_the_shape_can_be_read_from_the_hash(int seed) {
    Random random = new Random(seed);
    int red = random.nextInt(256);
    int green = random.nextInt(256);
    int blue = random.nextInt(256);
    int width = 20 + random.nextInt(81);
    int height = 20 + random.nextInt(81);
    byte[] hash = hash(width, height, (x, y) -> argb(255, red, green, blue));
    int header = (hash[0] & 255) | (hash[1] & 255) << 8 | (hash[2] & 255) << 16;
    double lightness = (header & 63) / 63d;
    double yellowBlue = (header >> 6 & 63) / 31.5 - 1;
    double redGreen = (header >> 12 & 63) / 31.5 - 1;
    double b = lightness - 2 / 3d * yellowBlue;
    double r = (3 * lightness - b + redGreen) / 2;
    assertThat(r * 255).isCloseTo(red, within(12d));
    assertThat((r - redGreen) * 255).isCloseTo(green, within(12d));
    assertThat(b * 255).isCloseTo(blue, within(12d));
    boolean landscape = (hash[4] & 128) != 0;
    assertThat(landscape).isEqualTo(width > height);
    double shorter = (hash[3] & 7) / 7d;
    assertThat(shorter).isCloseTo((double) Math.min(width, height) / Math.max(width, height), within(0.08));
  }

  @Test
  void transparency_is_told() {
    assertThat(hash(40, 40, (x, y) -> argb(x < 20 ? 0 : 255, 9, 9, 9))[2] & 128).isEqualTo(128);
    assertThat(hash(40, 40, (x, y) -> argb(255, 9, 9, 9))[2] & 128).isZero();
  }

  @Test
  void more_than_a_hundred_pixels_are_refused() {
    assertThatThrownBy(() -> ThumbHash.of(101, 1, new int[101])).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] hash(int width, int height, IntBinaryOperator pixel) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = pixel.applyAsInt(i % width, i / width);
    }
    return ThumbHash.of(width, height, argb);
  }

  private static int argb(int alpha, int red, int green, int blue) {
    return (alpha & 255) << 24 | (red & 255) << 16 | (green & 255) << 8 | (blue & 255);
  }
}
