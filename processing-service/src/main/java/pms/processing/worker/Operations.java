package pms.processing.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import pms.processing.render.Fit;
import pms.processing.render.Operation;
import pms.processing.render.Operation.Adjust;
import pms.processing.render.Operation.Axis;
import pms.processing.render.Operation.Crop;
import pms.processing.render.Operation.Flip;
import pms.processing.render.Operation.Resize;
import pms.processing.render.Operation.Rotate;

/** Operations as bytes: a letter, then its fields. */
final class Operations {

  private Operations() {}

  static void write(DataOutputStream out, Operation operation) throws IOException {
    switch (operation) {
      case Crop crop -> numbers(out, 'c', crop.x(), crop.y(), crop.width(), crop.height());
      case Rotate rotate -> {
        numbers(out, 'r');
        out.writeDouble(rotate.degrees());
      }
      case Flip flip -> numbers(out, 'f', flip.axis().ordinal());
      case Resize resize -> numbers(out, 's', resize.width(), resize.height(), resize.fit().ordinal());
      case Adjust adjust -> numbers(out, 'a', adjust.brightness(), adjust.contrast(), adjust.saturation());
    }
  }

  static Operation read(DataInputStream in) throws IOException {
    char kind = in.readChar();
    return switch (kind) {
      case 'c' -> new Crop(in.readInt(), in.readInt(), in.readInt(), in.readInt());
      case 'r' -> new Rotate(in.readDouble());
      case 'f' -> new Flip(Axis.values()[in.readInt()]);
      case 's' -> new Resize(in.readInt(), in.readInt(), Fit.values()[in.readInt()]);
      case 'a' -> new Adjust(in.readInt(), in.readInt(), in.readInt());
      default -> throw new IOException("no operation: " + kind);
    };
  }

  private static void numbers(DataOutputStream out, char kind, int... numbers) throws IOException {
    out.writeChar(kind);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }
}
