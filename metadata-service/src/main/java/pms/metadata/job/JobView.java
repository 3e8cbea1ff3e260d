package pms.metadata.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a job is.
 *
 * @param state {@code collecting} while its images are found, {@code running}, {@code done}, or {@code failed} as a whole
 * @param total images found so far
 * @param changed images it changed
 * @param unchanged images that were so before
 * @param failed images it could not change
 * @param failures which those are, and why; absent in lists
 * @param nextFailure cursor of further failures; absent at the end
 * @param undoes the job that this one takes back
 * @param undoneBy the job that took it back, or does
 * @param undoable whether it may be taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
    UUID id, String kind, String state, String reason, long total, long changed, long unchanged, long failed,
    List<Failure> failures, String nextFailure, UUID undoes, UUID undoneBy, boolean undoable, Instant createdAt, Instant finishedAt) {

  @Schema(name = "JobFailure")
  public record Failure(UUID id, String reason) {

    static Failure of(Map.Entry<UUID, String> failed) {
      return new Failure(failed.getKey(), failed.getValue());
    }
  }

  static JobView of(Job job) {
    return of(job, null, null);
  }

  static JobView of(Job job, List<Failure> failures, String next) {
    return new JobView(
        job.id(), job.kind().text(), job.state().name().toLowerCase(Locale.ROOT), job.reason(), job.total(), job.changed(),
        job.unchanged(), job.failed(), failures, next, job.undoes(), job.undoneBy(), job.isFinished() && job.canBeUndone() && job.undoneBy() == null,
        job.createdAt(), job.finishedAt());
  }
}
