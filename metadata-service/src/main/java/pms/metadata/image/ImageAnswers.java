package pms.metadata.image;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** An image as an answer, with the revision that an edit may name. */
final class ImageAnswers {

  static RestResponse<ImageView> own(Image image) {
    return tagged(image, ImageView.of(image));
  }

  static RestResponse<ImageView> others(Image image) {
    return tagged(image, ImageView.of(image).forOthers());
  }

  private static RestResponse<ImageView> tagged(Image image, ImageView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, ExpectedRevision.tag(image.revision))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private ImageAnswers() {}
}
