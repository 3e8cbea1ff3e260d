package pms.upload.image;

import java.util.List;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.upload.format.Head;
import pms.upload.format.Inspection;
import pms.upload.format.PixelSize;

/** What a file must be to be taken in, as its first bytes tell. */
record PictureRules(long mostPixels) {

  /** @throws Problem that says what was seen instead */
  Inspection.Picture check(Head head) {
    return switch (Inspection.of(head)) {
      case Inspection.Picture picture -> {
        picture.size().ifPresent(this::refuseTooManyPixels);
        yield picture;
      }
      case Inspection.NoPicture other -> throw unsupported("is " + other.seen() + ", not a picture we can take");
      case Inspection.Broken broken ->
          throw refused(422, "broken-image", "Broken image",
              "begins like " + broken.type() + ", but breaks off before its header tells the size of the picture");
    };
  }

  private void refuseTooManyPixels(PixelSize size) {
    if (size.pixels() > mostPixels) {
      String message = "%d × %d are more than %d pixels".formatted(size.width(), size.height(), mostPixels);
      throw new Problem(
          422,
          "too-many-pixels",
          "Too many pixels",
          "width, height: " + message,
          List.of(new FieldError("width", message), new FieldError("height", message)));
    }
  }

  private static Problem unsupported(String message) {
    return refused(415, "unsupported-image", "Unsupported image", message);
  }

  private static Problem refused(int status, String type, String title, String message) {
    return new Problem(status, type, title, "file: " + message, List.of(new FieldError("file", message)));
  }
}
