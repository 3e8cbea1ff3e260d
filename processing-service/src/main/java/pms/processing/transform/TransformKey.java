package pms.processing.transform;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.processing.image.Edition;
import pms.processing.image.Picture;
import pms.processing.render.Dimensions;
import pms.processing.render.Fit;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;

/** Primary key of {@link Transform}: the owner leads. */
record TransformKey(String ownerId, UUID imageId, int version, String name) {

  static TransformKey of(Picture picture, Edition edition, Output output) {
    return new TransformKey(picture.owner(), picture.id(), edition.version(), name(edition.size(), output));
  }

  /** One spelling for all wishes that lead to the same pixels, so that nobody fills the cache with sizes beyond the picture's. */
  static String name(Dimensions picture, Output output) {
    Dimensions scaled = output.scaled(picture);
    Dimensions size = output.size(picture);
    boolean crops = output.fit() == Fit.COVER && !scaled.equals(size);
    boolean lossy = output.format() != OutputFormat.PNG;
    return Stream.of(
            spelled(scaled),
            size.equals(scaled) ? "" : (crops ? "cropped-" : "framed-") + spelled(size),
            crops ? focus(output) : "",
            lossy ? "q" + output.quality() : "",
            output.moving() ? "moving" : "",
            output.format().extension())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("."));
  }

  private static String spelled(Dimensions size) {
    return size.width() + "x" + size.height();
  }

  private static String focus(Output output) {
    return output.focus().attention() ? "attention" : Math.round(output.focus().x() * 100) + "," + Math.round(output.focus().y() * 100);
  }
}
