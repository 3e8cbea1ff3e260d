package pms.metadata.reader;

/**
 * What service and worker say to each other. The service: the file's type, its length, and the file for an excerpt where its type needs one. The
 * worker, as often as it likes: {@link #ASKED}, where, how much; it is told whether it gets that, and the bytes. At last:
 * {@link #DONE} with what it read as JSON, or {@link #BROKEN} or {@link #FAILED} with the reason. The worker has read
 * strangers' files and is not trusted: whatever it says has a largest length.
 */
final class Protocol {

  static final int DONE = 0;
  static final int BROKEN = 1;

  /** Not by an exception but by an error: whoever met it may be harmed. */
  static final int FAILED = 2;

  static final int ASKED = 3;

  /** Bytes that may be asked for at once. */
  static final int LARGEST_PART = 8 << 20;

  /** Bytes of JSON. */
  static final int LARGEST_RESULT = 4 << 20;

  private Protocol() {}
}
