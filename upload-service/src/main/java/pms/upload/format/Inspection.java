package pms.upload.format;

import java.util.Optional;

/** What the first bytes of an upload tell: a picture, or why it is refused. */
public sealed interface Inspection {

  /** @param size empty when the header does not tell */
  record Picture(ImageType type, Optional<PixelSize> size) implements Inspection {}

  /** @param seen what the content is, with its article */
  record NoPicture(String seen) implements Inspection {}

  /** It begins like a picture, but all of it was seen and its header is not whole. */
  record Broken(ImageType type) implements Inspection {}

  static Inspection of(Head head) {
    Optional<ImageType> type = Sniffer.sniff(head);
    if (type.isEmpty()) {
      return new NoPicture(Stranger.name(head));
    }
    Optional<PixelSize> size = PixelSize.of(type.get(), head);
    if (size.isEmpty() && type.get().sizeAtFront() && head.whole()) {
      return new Broken(type.get());
    }
    return new Picture(type.get(), size);
  }
}
