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

  static Unrenderable damaged(Throwable cause) {
    return new Unrenderable("The picture's data is damaged and cannot be read.", cause);
  }

  static Unrenderable unsupported(String format) {
    return new Unrenderable("Unsupported format: pictures of the kind " + format + " cannot be shown yet.");
  }
}
