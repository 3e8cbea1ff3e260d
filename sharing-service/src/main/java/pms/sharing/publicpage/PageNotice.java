package pms.sharing.publicpage;

/**
 * What became of pictures that were sent from the page, as the address says that the form ended in. Anybody can write it.
 *
 * @param sent how many were taken; null when nothing was sent
 * @param refused why others were not; null when all were
 */
record PageNotice(String sent, String refused) {

  /** Null when nothing was sent. */
  String text() {
    if (sent == null || !sent.matches("\\d{1,3}")) {
      return null;
    }
    int count = Integer.parseInt(sent);
    String thanks =
        switch (count) {
          case 0 -> "Nothing was sent.";
          case 1 -> "Thank you: one picture was sent and waits to be looked at.";
          default -> "Thank you: " + count + " pictures were sent and wait to be looked at.";
        };
    return refused == null ? thanks : thanks + " " + why();
  }

  private String why() {
    return switch (refused) {
      case "too-large" -> "A file was too large.";
      case "unsupported-image", "unsupported-media-type" -> "A file was no picture we can take.";
      case "broken-image", "too-many-pixels" -> "A picture could not be taken.";
      case "link-full" -> "There is no room for more at the moment.";
      case "too-many-pictures" -> "That were many pictures in a short time: send the rest later.";
      case "busy", "unavailable" -> "Try again in a moment.";
      default -> "Not everything could be taken.";
    };
  }
}
