package pms.processing.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SrgbTest {

  @Test
  void the_profile_of_cameras_is_known() {
    assertThat(Srgb.is(srgb().getData())).isTrue();
  }

  @Test
  void a_formula_is_as_good_as_a_table() {
    assertThat(Srgb.is(withCurves(formula(2.4)))).isTrue();
    assertThat(Srgb.is(withCurves(formula(2.2)))).isFalse();
  }

  @Test
  void a_plain_power_is_another_curve() {
    assertThat(Srgb.is(withCurves(ByteBuffer.allocate(14).putInt(0x63757276).putInt(0).putInt(1).putShort((short) 0x0233).array())))
        .isFalse();
  }

  @Test
  void of_a_formula_of_another_kind_nothing_is_known() {
    byte[] power = ByteBuffer.allocate(16).putInt(0x70617261).putInt(0).putInt(0).putInt(0x00023333).array();
    assertThat(Srgb.is(withCurves(power))).isFalse();
  }

  @Test
  void a_wider_screen_is_not_it() {
    ICC_Profile wide = srgb();
    wide.setData(
        ICC_Profile.icSigRedColorantTag,
        ByteBuffer.allocate(20).putInt(0x58595A20).putInt(0).putInt(33759).putInt(15807).putInt(-69).array());
    assertThat(Srgb.is(wide.getData())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {ColorSpace.CS_LINEAR_RGB, ColorSpace.CS_GRAY, ColorSpace.CS_PYCC, ColorSpace.CS_CIEXYZ})
  void others_are_not_it(int space) {
    assertThat(Srgb.is(ICC_Profile.getInstance(space).getData())).isFalse();
  }

  @Test
  void a_profile_of_other_colours_is_of_no_use() {
    byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    assertThat(Srgb.isNeededBy(true, linear)).isTrue();
    assertThat(Srgb.isNeededBy(false, grey)).isTrue();
    assertThat(Srgb.isNeededBy(true, grey)).isFalse();
    assertThat(Srgb.isNeededBy(false, linear)).isFalse();
    assertThat(Srgb.isNeededBy(true, srgb().getData())).isFalse();
    assertThat(Srgb.isNeededBy(true, new byte[0])).isFalse();
    assertThat(Srgb.isNeededBy(true, new byte[19])).isFalse();
  }

  @Test
  void nonsense_is_not_it_and_does_no_harm() {
    byte[] profile = srgb().getData();
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] broken = Arrays.copyOf(profile, i % 7 == 0 ? random.nextInt(profile.length) : profile.length);
      for (int at = random.nextInt(20); at < broken.length && at < 400; at += 1 + random.nextInt(40)) {
        broken[at] = (byte) random.nextInt();
      }
      Srgb.is(broken);
    }
    assertThat(Srgb.is(new byte[0])).isFalse();
    assertThat(Srgb.is(new byte[4000])).isFalse();
  }

  private static ICC_Profile srgb() {
    return ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  private static byte[] withCurves(byte[] curve) {
    ICC_Profile profile = srgb();
    for (int tag : new int[] {ICC_Profile.icSigRedTRCTag, ICC_Profile.icSigGreenTRCTag, ICC_Profile.icSigBlueTRCTag}) {
      profile.setData(tag, curve);
    }
    return profile.getData();
  }

  private static byte[] formula(double power) {
    ByteBuffer tag = ByteBuffer.allocate(32).putInt(0x70617261).putInt(0).putShort((short) 3).putShort((short) 0);
    for (double value : new double[] {power, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
      tag.putInt((int) Math.round(value * 65536));
    }
    return tag.array();
  }
}
