package pms.metadata.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The sensitivity in Canon's maker note: cameras before about 2004 wrote it nowhere else.
 *
 * @see <a href="https://exiftool.org/TagNames/Canon.html">Canon tags: CameraSettings 16, ShotInfo 1 and 2</a>
 */
final class CanonMakerNote {

  private static final int ENTRY = 12;
  private static final int CAMERA_SETTINGS = 1;
  private static final int SHOT_INFO = 4;
  private static final int[] STEPS = {50, 100, 200, 400, 800};
  private static final int FIRST_STEP = 16;

  private final ByteBuffer note;
  private final int offset;

  /** @param offset of the note in the TIFF structure: its own offsets count from there */
  CanonMakerNote(byte[] note, int offset, ByteOrder order) {
    this.note = ByteBuffer.wrap(note).order(order);
    this.offset = offset;
  }

  Optional<Double> iso() {
    int step = number(CAMERA_SETTINGS, 16) - FIRST_STEP;
    if (step >= 0 && step < STEPS.length) {
      return Optional.of((double) STEPS[step]);
    }
    int automatic = number(SHOT_INFO, 1);
    int base = number(SHOT_INFO, 2);
    return base == 0 ? Optional.empty() : Optional.of(thirtySeconds(automatic) * thirtySeconds(base) * 100 / 32);
  }

  private static double thirtySeconds(int steps) {
    return Math.pow(2, steps / 32.0);
  }

  /** A number of a list; 0 where there is none. */
  private int number(int tag, int index) {
    int entries = at(0);
    for (int i = 0; i < Math.min(entries, 200); i++) {
      int entry = 2 + i * ENTRY;
      if (at(entry) == tag && entry + ENTRY <= note.capacity()) {
        return index < note.getInt(entry + 4) ? at(note.getInt(entry + 8) - offset + 2 * index) : 0;
      }
    }
    return 0;
  }

  private int at(int position) {
    return position >= 0 && position <= note.capacity() - 2 ? note.getShort(position) : 0;
  }
}
