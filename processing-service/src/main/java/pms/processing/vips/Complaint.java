package pms.processing.vips;

import java.util.Locale;
import java.util.stream.Stream;
import pms.processing.render.Unrenderable;

/** What the library's words mean to the owner of the picture. */
final class Complaint {

  static Unrenderable of(VipsFailure failure) {
    String words = failure.getMessage().toLowerCase(Locale.ROOT);
    if (says(words, "out of memory", "unable to allocate", "memory allocation")) {
      return new Unrenderable("The picture needs more memory than there is.", failure);
    }
    if (says(words, "premature end", "truncated", "unexpected end", "end of file", "not enough data", "read error", "seek error", "end of stream",
        "insufficient data", "unable to read source")) {
      return Unrenderable.endsEarly(failure);
    }
    if (says(words, "unsupported", "not supported", "is not a known file format", "decoding plugin")) {
      return new Unrenderable("Unsupported format: a kind of picture that cannot be shown yet.", failure);
    }
    return Unrenderable.damaged(failure);
  }

  private static boolean says(String words, String... any) {
    return Stream.of(any).anyMatch(words::contains);
  }

  private Complaint() {}
}
