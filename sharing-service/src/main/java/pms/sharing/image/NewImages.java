package pms.sharing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pms.kit.problem.Problem;

/** Images so new that their event is still on its way. */
@ApplicationScoped
public class NewImages {

  private final UploadClient upload;
  private final Images images;

  NewImages(@RestClient UploadClient upload, Images images) {
    this.upload = upload;
    this.images = images;
  }

  /** Asks upload-service, in the caller's name, and remembers a yes; not to be called inside a transaction. */
  public boolean learn(String caller, String authorization, UUID id) {
    try {
      if (upload.receipt(id, authorization).trashed()) {
        return false;
      }
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 404) {
        return false;
      }
      throw unavailable();
    } catch (ProcessingException unreachable) {
      throw unavailable();
    }
    images.remember(caller, id);
    return true;
  }

  private static Problem unavailable() {
    return Problem.of(
        503, "not-known-yet", "Not known yet", "Some of these images are too new to be known here: try again in a moment.");
  }
}
