package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /** A picture made for one link, which fits into memory; empty when only its headers are asked for. */
  static Response made(byte[] jpeg) {
    Response.ResponseBuilder answer = headers("image/jpeg");
    return (jpeg.length == 0 ? answer : answer.entity(jpeg))
        .header("Content-Disposition", "inline")
        .header("Cache-Control", SHORTLY)
        .build();
  }

  /** As it lies in the store. */
  KeptFile whole(Piece piece, String fileName) {
    return new KeptFile(fileName, piece.type(), piece.bytes(), open(piece), InputStream::transferTo);
  }

  /** Without its metadata, copied on the way; empty for a format that cannot be stripped. @param name without an ending */
  Optional<KeptFile> stripped(Piece piece, String name) {
    InputStream in = open(piece);
    try {
      byte[] head = in.readNBytes(Stripper.HEAD);
      Optional<Stripper> stripper = Stripper.of(head, Strip.ALL);
      if (stripper.isEmpty()) {
        in.close();
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
      return stripper.map(strip -> new KeptFile(name + ending(piece), piece.type(), KeptFile.UNKNOWN, whole, strip::copy));
    } catch (IOException e) {
      throw new StoreFailure("get " + piece.objectKey(), e);
    }
  }

  /** The object was opened before the first header goes out, so that a missing one could still be told. */
  static Response saved(KeptFile file, Request request) {
    Response.ResponseBuilder answer = headers(file.type());
    if (file.bytes() != KeptFile.UNKNOWN) {
      answer.header("Content-Length", file.bytes());
    }
    if (request.getMethod().equals("HEAD")) {
      file.close();
    } else {
      answer.entity(sent(file));
    }
    return answer
        .header("Content-Disposition", Disposition.attachment(file.name()))
        .header("Cache-Control", "private, no-store")
        .build();
  }

  private Response.ResponseBuilder answer(Piece piece, Request request) {
    Response.ResponseBuilder answer = headers(piece.type()).header("Content-Length", piece.bytes());
    return request.getMethod().equals("HEAD") ? answer : answer.entity(sent(whole(piece, "")));
  }

  private static StreamingOutput sent(KeptFile file) {
    return out -> {
      try (file) {
        file.copyTo(out);
      }
    };
  }

  private static Response.ResponseBuilder headers(String type) {
    return Response.ok().type(type).header("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  private static String ending(Piece piece) {
    return switch (piece.type()) {
      case "image/png" -> ".png";
      case "image/webp" -> ".webp";
      default -> ".jpg";
    };
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
