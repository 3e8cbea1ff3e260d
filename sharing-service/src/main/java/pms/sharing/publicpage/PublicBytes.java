package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;
import pms.kit.strip.Strip;
import pms.kit.strip.Stripper;

/** Streams objects to guests; never holds one in memory, and runs nothing, whatever the bytes claim to be. */
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
    return saved(answer(piece, request), fileName);
  }

  /** Without its metadata, copied on the way; empty for a format that cannot be stripped. @param name without an ending */
  Optional<Response> stripped(Piece piece, String name, Request request) {
    InputStream in = open(piece);
    try {
      byte[] head = in.readNBytes(Stripper.HEAD);
      Optional<Stripper> stripper = Stripper.of(head, Strip.ALL);
      if (stripper.isEmpty() || request.getMethod().equals("HEAD")) {
        in.close();
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
      return stripper.map(strip -> saved(headed(piece, request, out -> strip.copy(whole, out), whole), name + ending(piece)));
    } catch (IOException e) {
      throw new StoreFailure("get " + piece.objectKey(), e);
    }
  }

  /** The object is opened before the first header goes out, so that a missing one can still be told. */
  private Response.ResponseBuilder answer(Piece piece, Request request) {
    if (request.getMethod().equals("HEAD")) {
      return headers(piece).header("Content-Length", piece.bytes());
    }
    InputStream in = open(piece);
    return headed(piece, request, in::transferTo, in).header("Content-Length", piece.bytes());
  }

  private static Response.ResponseBuilder headed(Piece piece, Request request, Copy copy, InputStream in) {
    return request.getMethod().equals("HEAD")
        ? headers(piece)
        : headers(piece).entity((StreamingOutput) out -> {
          try (in) {
            copy.to(out);
          }
        });
  }

  private static Response.ResponseBuilder headers(Piece piece) {
    return Response.ok().type(piece.type()).header("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  private static Response saved(Response.ResponseBuilder answer, String fileName) {
    return answer
        .header("Content-Disposition", Disposition.attachment(fileName))
        .header("Cache-Control", "private, no-store")
        .build();
  }

  private static String ending(Piece piece) {
    return switch (piece.type()) {
      case "image/png" -> ".png";
      case "image/webp" -> ".webp";
      default -> ".jpg";
    };
  }

  private interface Copy {
    void to(OutputStream out) throws IOException;
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
