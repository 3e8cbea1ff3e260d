package pms.upload.guest;

import java.util.Optional;
import pms.kit.problem.Problem;

/** What a guest calls themselves: for the eyes of who looks the picture over, never a decision. */
record GuestName(String text) {

  private static final int LONGEST = 60;

  /** @return empty when nothing was said */
  static Optional<GuestName> of(String sent) {
    String name = sent == null ? "" : sent.strip();
    if (name.codePointCount(0, name.length()) > LONGEST) {
      throw Problem.invalid("name", "must not be longer than " + LONGEST + " characters");
    }
    if (name.codePoints().anyMatch(GuestName::isForbidden)) {
      throw Problem.invalid("name", "must not contain control characters");
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new GuestName(name));
  }

  private static boolean isForbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Of the invisible ones only the joiners: some scripts are made with them, and the others turn the direction of reading.
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> false;
    };
  }
}
