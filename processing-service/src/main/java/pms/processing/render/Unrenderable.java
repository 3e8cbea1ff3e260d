package pms.processing.render;

/** The picture itself is why it cannot be rendered; the message is a sentence that its owner can read. */
public class Unrenderable extends Exception {

  public Unrenderable(String reason) {
    super(reason);
  }

  public Unrenderable(String reason, Throwable cause) {
    super(reason, cause);
  }

  static Unrenderable endsEarly() {
    return new Unrenderable("The file ends too early: the last part of the picture is missing.");
  }

  public static Unrenderable endsEarly(Throwable cause) {
    return new Unrenderable(endsEarly().getMessage(), cause);
  }

  public static Unrenderable tooManyPixels(Dimensions size, long limit) {
    return new Unrenderable(
        "The picture has %d × %d pixels, more than the limit of %d million."
            .formatted(size.width(), size.height(), limit / 1_000_000));
  }

  public static Unrenderable tooMuchMemory(Dimensions size, long bytes, long limit) {
    return new Unrenderable(
        "The picture of %d × %d pixels needs %d MiB of memory to be read, more than the limit of %d MiB."
            .formatted(size.width(), size.height(), bytes >> 20, limit >> 20));
  }

  /** What a reader of ImageIO threw. */
  public static Unrenderable of(Exception complaint) {
    return Readers.reason(complaint);
  }

  public static Unrenderable damaged(Throwable cause) {
    return new Unrenderable("The picture's data is damaged and cannot be read.", cause);
  }

  public static Unrenderable unsupported(String format) {
    if (format.equals(Format.UNKNOWN.label)) {
      return new Unrenderable("Unsupported format: the file is not a picture that is known here.");
    }
    return new Unrenderable("Unsupported format: pictures of the kind " + format + " cannot be shown yet.");
  }
}
