package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;

/** Streams objects to visitors; never holds one in memory, and runs nothing, whatever the bytes claim to be. */
@ApplicationScoped
class PublicBytes {

  /** Shorter than anybody waits after revoking, long enough to turn a page and come back. */
  private static final String SHORTLY = "private, max-age=60";

  private final ObjectStore store;

  PublicBytes(ObjectStore store) {
    this.store = store;
  }

  Response shown(Piece piece, Request request) {
    return answer(piece, request).header("Content-Disposition", "inline").header("Cache-Control", SHORTLY).build();
  }

  Response saved(Piece piece, String fileName, Request request) {
    return answer(piece, request)
        .header("Content-Disposition", Disposition.attachment(fileName))
        .header("Cache-Control", "private, no-store")
        .build();
  }

  /** The object is opened before the first header goes out, so that a missing one can still be told. */
  private Response.ResponseBuilder answer(Piece piece, Request request) {
    Response.ResponseBuilder answer =
        Response.ok()
            .type(piece.type())
            .header("Content-Length", piece.bytes())
            .header("Content-Security-Policy", "sandbox; default-src 'none'");
    if (request.getMethod().equals("HEAD")) {
      return answer;
    }
    InputStream in = open(piece);
    return answer.entity((StreamingOutput) out -> {
      try (in) {
        in.transferTo(out);
      }
    });
  }

  private InputStream open(Piece piece) {
    try {
      return store.get(piece.objectKey());
    } catch (ObjectMissing purgedMeanwhile) {
      throw Problem.notFound();
    }
  }

  /** An object to be sent. */
  record Piece(String objectKey, String type, long bytes) {}
}
