package pms.platform;

/** Something a person has to know or decide; the message is written for them and is printed without a stack trace. */
public class PlatformException extends RuntimeException {

  public PlatformException(String message) {
    super(message);
  }

  public PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
