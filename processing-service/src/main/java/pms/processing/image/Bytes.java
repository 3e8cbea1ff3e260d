package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.kit.strip.Strip;
import pms.kit.strip.Stripper;
import pms.processing.http.ByteRange;
import pms.processing.http.Disposition;

/** Streams objects to clients with everything that caches and players want to know; never holds one in memory. */
@ApplicationScoped
public class Bytes {

  private static final String FOR_EVER = "private, max-age=31536000, immutable";
  private static final String ASK_FIRST = "private, no-cache";

  private final ObjectStore store;

  Bytes(ObjectStore store) {
    this.store = store;
  }

  /**
   * A rendition.
   *
   * @param forEver the address never leads to other bytes
   * @param negotiated the format was chosen by the {@code Accept} header
   */
  public ResponseBuilder rendition(StoredFile file, boolean forEver, boolean negotiated, Request request) {
    EntityTag tag = new EntityTag(file.checksum());
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer =
        unchanged != null ? unchanged : body(request, file.bytes(), () -> store.get(file.objectKey())).type(file.format());
    return common(answer, tag, forEver ? FOR_EVER : ASK_FIRST)
        .header("Vary", negotiated ? "Accept, Authorization" : "Authorization");
  }

  /** @param forEver the address never leads to other bytes: not so that of the original, which may be replaced */
  public Response original(Picture picture, boolean forEver, boolean save, Wanted wanted, Request request) {
    EntityTag tag = new EntityTag(picture.sha256());
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer = unchanged != null ? unchanged : original(picture, tag, wanted, request);
    return original(answer, tag, forEver, picture, save).header("Accept-Ranges", "bytes").build();
  }

  /**
   * Without what it tells of people and places; the length is not known before, so there are no parts.
   *
   * @param bare number of a version that is this original, to be had in another format where it cannot be stripped
   */
  public Response stripped(Picture picture, Strip what, int bare, boolean save, Request request) {
    EntityTag tag = new EntityTag(picture.sha256() + "-" + what.wire());
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer = unchanged != null ? unchanged : stripped(picture, what, bare, request).type(picture.type());
    return original(answer, tag, false, picture, save).header("Accept-Ranges", "none").build();
  }

  private ResponseBuilder stripped(Picture picture, Strip what, int bare, Request request) {
    Stripper stripper = Stripper.of(head(picture), what).orElseThrow(() -> Problem.of(
        415, "cannot-strip", "Cannot be stripped",
        "Only JPEG, PNG and WebP can be stripped without encoding the picture anew; ask for /versions/%d/file?format=jpeg instead."
            .formatted(bare)));
    if (isHead(request)) {
      return Response.ok();
    }
    InputStream in = opened(() -> store.get(picture.objectKey()));
    return Response.ok((StreamingOutput) out -> {
      try (in) {
        stripper.copy(in, out);
      }
    });
  }

  private byte[] head(Picture picture) {
    long length = Math.min(Stripper.HEAD, picture.bytes());
    try (InputStream head = opened(() -> store.get(picture.objectKey(), 0, length))) {
      return head.readAllBytes();
    } catch (IOException e) {
      throw new StoreFailure("head of " + picture.objectKey(), e);
    }
  }

  private static ResponseBuilder original(
      ResponseBuilder answer, EntityTag tag, boolean forEver, Picture picture, boolean save) {
    String fileName = picture.fileName();
    return common(answer, tag, forEver ? FOR_EVER : ASK_FIRST)
        .header("Vary", "Authorization")
        // Whatever the file claims to be, it runs nothing here.
        .header("Content-Security-Policy", "sandbox")
        .header("Content-Disposition", save ? Disposition.attachment(fileName) : Disposition.inline(fileName));
  }

  private ResponseBuilder original(Picture picture, EntityTag tag, Wanted wanted, Request request) {
    try {
      Optional<ByteRange> range = wanted.of(tag, picture.bytes());
      if (range.isEmpty()) {
        return body(request, picture.bytes(), () -> store.get(picture.objectKey())).type(picture.type());
      }
      long first = range.get().first();
      long length = range.get().length();
      return body(request, length, () -> store.get(picture.objectKey(), first, length))
          .status(206)
          .type(picture.type())
          .header("Content-Range", range.get().contentRange(picture.bytes()));
    } catch (ByteRange.NotSatisfiable e) {
      return Response.status(416).header("Content-Range", "bytes */" + picture.bytes()).type(MediaType.TEXT_PLAIN_TYPE);
    }
  }

  /** The object is opened before the first header goes out, so that a missing one can still be told. */
  private static ResponseBuilder body(Request request, long length, Supplier<InputStream> open) {
    ResponseBuilder answer = Response.ok().header("Content-Length", length);
    if (isHead(request)) {
      return answer;
    }
    InputStream in = opened(open);
    return answer.entity((StreamingOutput) out -> {
      try (in) {
        in.transferTo(out);
      }
    });
  }

  /** Nobody would read, or close, what is opened. */
  private static boolean isHead(Request request) {
    return request.getMethod().equals("HEAD");
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
  public record Wanted(String range, String ifRange) {

    Optional<ByteRange> of(EntityTag tag, long length) throws ByteRange.NotSatisfiable {
      boolean same = ifRange == null || ifRange.equals("\"" + tag.getValue() + "\"");
      return same ? ByteRange.of(range, length) : Optional.empty();
    }
  }
}
