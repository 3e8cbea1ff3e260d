package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.processing.http.ByteRange;
import pms.processing.http.Disposition;

/** Streams objects to clients with everything that caches and players want to know; never holds one in memory. */
@ApplicationScoped
class Bytes {

  private static final String FOR_EVER = "private, max-age=31536000, immutable";
  private static final String ASK_FIRST = "private, no-cache";

  private final ObjectStore store;

  Bytes(ObjectStore store) {
    this.store = store;
  }

  Response thumbnail(StoredRendition rendition, boolean versioned, Request request) {
    EntityTag tag = new EntityTag(rendition.checksum);
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer =
        unchanged != null
            ? unchanged
            : body(request, rendition.bytes, () -> store.get(rendition.objectKey)).type(rendition.format);
    return common(answer, tag, versioned ? FOR_EVER : ASK_FIRST).header("Vary", "Accept, Authorization").build();
  }

  Response original(Image image, boolean save, Wanted wanted, Request request) {
    EntityTag tag = new EntityTag(image.sha256);
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer = unchanged != null ? unchanged : original(image, tag, wanted, request);
    return common(answer, tag, FOR_EVER)
        .header("Vary", "Authorization")
        .header("Accept-Ranges", "bytes")
        // Whatever the file claims to be, it runs nothing here.
        .header("Content-Security-Policy", "sandbox")
        .header("Content-Disposition", save ? Disposition.attachment(image.fileName) : Disposition.inline(image.fileName))
        .build();
  }

  private ResponseBuilder original(Image image, EntityTag tag, Wanted wanted, Request request) {
    try {
      Optional<ByteRange> range = wanted.of(tag, image.bytes);
      if (range.isEmpty()) {
        return body(request, image.bytes, () -> store.get(image.objectKey)).type(image.type);
      }
      long first = range.get().first();
      long length = range.get().length();
      return body(request, length, () -> store.get(image.objectKey, first, length))
          .status(206)
          .type(image.type)
          .header("Content-Range", range.get().contentRange(image.bytes));
    } catch (ByteRange.NotSatisfiable e) {
      return Response.status(416).header("Content-Range", "bytes */" + image.bytes).type(MediaType.TEXT_PLAIN_TYPE);
    }
  }

  /** The object is opened before the first header goes out, so that a missing one can still be told. */
  private static ResponseBuilder body(Request request, long length, Supplier<InputStream> open) {
    ResponseBuilder answer = Response.ok().header("Content-Length", length);
    if (request.getMethod().equals("HEAD")) {
      return answer;
    }
    InputStream in = opened(open);
    return answer.entity((StreamingOutput) out -> {
      try (in) {
        in.transferTo(out);
      }
    });
  }

  private static InputStream opened(Supplier<InputStream> open) {
    try {
      return open.get();
    } catch (ObjectMissing purgedMeanwhile) {
      throw Problem.notFound();
    }
  }

  private static ResponseBuilder common(ResponseBuilder answer, EntityTag tag, String caching) {
    return answer
        .tag(tag)
        .header("Cache-Control", caching)
        .header("X-Content-Type-Options", "nosniff");
  }

  /**
   * Which part the client wants.
   *
   * @param ifRange the part only if the bytes are still these, else the whole
   */
  record Wanted(String range, String ifRange) {

    Optional<ByteRange> of(EntityTag tag, long length) throws ByteRange.NotSatisfiable {
      boolean same = ifRange == null || ifRange.equals("\"" + tag.getValue() + "\"");
      return same ? ByteRange.of(range, length) : Optional.empty();
    }
  }
}
