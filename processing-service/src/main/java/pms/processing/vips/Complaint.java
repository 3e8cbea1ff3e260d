package pms.processing.vips;

import java.util.Locale;
import java.util.stream.Stream;
import pms.processing.render.Unrenderable;

/** What the library's words mean to the owner of the picture. */
final class Complaint {

  static Unrenderable of(VipsFailure failure) {
    if (isOfMemory(failure)) {
      return new Unrenderable("The picture needs more memory than there is.", failure);
    }
    String words = failure.getMessage().toLowerCase(Locale.ROOT);
    if (says(words, "premature end", "truncated", "unexpected end", "end of file", "not enough data", "read error", "seek error", "end of stream",
        "insufficient data", "unable to read source")) {
      return Unrenderable.endsEarly(failure);
    }
    if (says(words, "unsupported", "not supported", "is not a known file format", "decoding plugin")) {
      return new Unrenderable("Unsupported format: a kind of picture that cannot be shown yet.", failure);
    }
    return Unrenderable.damaged(failure);
  }

  /** Whoever is at work when it is all used. */
  static boolean isOfMemory(VipsFailure failure) {
    String words = failure.getMessage().toLowerCase(Locale.ROOT);
    return says(words, "out of memory", "unable to allocate", "memory allocation", "picture memory error", "insufficient memory");
  }

  private static boolean says(String words, String... any) {
    return Stream.of(any).anyMatch(words::contains);
  }

  private Complaint() {}
}
