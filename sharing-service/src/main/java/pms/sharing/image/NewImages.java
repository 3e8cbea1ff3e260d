package pms.sharing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pms.kit.problem.Problem;

/** Images so new that their event is still on its way. */
@ApplicationScoped
public class NewImages {

  private static final int AT_ONCE = 16;

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

  /**
   * Many of them: one, then two at once, then four, and so on. Stops at the first that is not there, so that guessing ids costs no
   * more questions than right answers before it.
   *
   * @return the first that is not there; empty when all are
   */
  public Optional<UUID> learnAll(String caller, String authorization, SequencedCollection<UUID> ids) {
    List<UUID> left = List.copyOf(ids);
    int until;
    for (int from = 0; from < left.size(); from = until) {
      until = Math.min(from + Math.clamp(from + 1, 1, AT_ONCE), left.size());
      List<UUID> some = left.subList(from, until);
      List<Boolean> there = together(some.stream().map(id -> (Callable<Boolean>) () -> learn(caller, authorization, id)).toList());
      if (there.contains(false)) {
        return Optional.of(some.get(there.indexOf(false)));
      }
    }
    return Optional.empty();
  }

  private static List<Boolean> together(List<Callable<Boolean>> questions) {
    List<Boolean> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Problem problem ? problem : new IllegalStateException("upload-service could not be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static Problem unavailable() {
    return Problem.of(
        503, "not-known-yet", "Not known yet", "Some of these images are too new to be known here: try again in a moment.");
  }
}
