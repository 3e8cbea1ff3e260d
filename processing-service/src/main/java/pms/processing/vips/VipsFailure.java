package pms.processing.vips;

/** The library refused; the message is its own. */
final class VipsFailure extends RuntimeException {

  VipsFailure(String function, String complaint) {
    super(function + ": " + complaint);
  }
}
