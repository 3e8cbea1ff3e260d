package pms.sharing.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Set;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.sharing.publicpage.Disposition;

/** A stranger's bytes to look at: streamed, kept by nobody, and whatever they claim to be, nothing in them runs. */
@ApplicationScoped
class GuestBytes {

  /** What browsers show as a picture and as nothing else. */
  private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif");

  private final ObjectStore store;

  GuestBytes(ObjectStore store) {
    this.store = store;
  }

  Response send(WaitingPicture picture) {
    InputStream in = open(picture);
    return Response.ok()
        .type(picture.type())
        .header("Content-Length", picture.bytes())
        .header("Content-Disposition", SHOWN.contains(picture.type()) ? "inline" : Disposition.attachment(picture.fileName()))
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .entity((StreamingOutput) out -> {
          try (in) {
            in.transferTo(out);
          }
        })
        .build();
  }

  private InputStream open(WaitingPicture picture) {
    try {
      return store.get(picture.objectKey());
    } catch (ObjectMissing decidedMeanwhile) {
      throw Problem.notFound();
    }
  }
}
