package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** What upload-service acknowledged to the caller. */
@ApplicationScoped
class Receipts {

  private static final Logger LOG = Logger.getLogger(Receipts.class);

  private final UploadClient upload;
  private final Caller caller;

  Receipts(@RestClient UploadClient upload, Caller caller) {
    this.upload = upload;
    this.caller = caller;
  }

  /** The original of this id; a 404 problem when upload-service does not know it as the caller's either. */
  Original of(UUID id) {
    try {
      Original original = upload.receipt(id, caller.authorization());
      if (original == null || original.uploadedAt() == null) {
        throw Problem.notFound();
      }
      return original;
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 404) {
        throw Problem.notFound();
      }
      throw unavailable(refused);
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  private static Problem unavailable(RuntimeException cause) {
    LOG.warnf("upload-service cannot be asked: %s", cause);
    return Problem.of(503, "unavailable", "Unavailable", "Whether this image exists cannot be told now; try again soon.");
  }
}
