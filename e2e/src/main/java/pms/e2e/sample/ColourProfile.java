package pms.e2e.sample;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Colour profiles as phones embed them. */
final class ColourProfile {
  private static final byte[] SIGNATURE =
      "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);

  private ColourProfile() {}

  static ICC_Profile srgb() {
    return ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  /** The curves of sRGB with the wider colours of phones' screens. */
  static ICC_Profile displayP3() {
    ICC_Profile profile = srgb();
    profile.setData(ICC_Profile.icSigRedColorantTag, colorant(0.51512, 0.24120, -0.00105));
    profile.setData(ICC_Profile.icSigGreenColorantTag, colorant(0.29198, 0.69225, 0.04189));
    profile.setData(ICC_Profile.icSigBlueColorantTag, colorant(0.15710, 0.06657, 0.78407));
    return profile;
  }

  /** The picture with that profile, behind what its camera wrote. */
  static byte[] in(byte[] jpeg, ICC_Profile profile) {
    int at = 2;
    while ((jpeg[at + 1] & 0xF0) == 0xE0) {
      at += 2 + ((jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255);
    }
    byte[] data = profile.getData();
    int length = 2 + SIGNATURE.length + data.length;
    ByteArrayOutputStream result = new ByteArrayOutputStream(jpeg.length + length + 2);
    result.write(jpeg, 0, at);
    result.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
    result.writeBytes(SIGNATURE);
    result.writeBytes(data);
    result.write(jpeg, at, jpeg.length - at);
    return result.toByteArray();
  }

  private static byte[] colorant(double x, double y, double z) {
    ByteBuffer tag = ByteBuffer.allocate(20).put("XYZ ".getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
    for (double value : new double[] {x, y, z}) {
      tag.putInt((int) Math.round(value * 65536));
    }
    return tag.array();
  }
}
