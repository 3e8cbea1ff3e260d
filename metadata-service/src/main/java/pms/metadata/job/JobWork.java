package pms.metadata.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a job does to a few of its images. */
public interface JobWork {

  /**
   * Once, before the images of a job are written down, in the running transaction.
   *
   * @return what it is to do
   * @throws pms.kit.problem.Problem when that cannot be done any more; nothing was changed then
   */
  JobSpec begin(Job job);

  /**
   * What the query of a job finds, page by page in the order of ids; outside any transaction.
   *
   * @param after the last image that is known; null for the first page
   * @throws WorkWaits when it cannot be told now
   * @throws pms.kit.problem.Problem when it can never be told
   */
  FoundImages find(Job job, UUID after);

  /** In the running transaction. @return what became of each of them */
  Map<UUID, ItemResult> run(Job job, List<UUID> images);

  /** Whether another service does it, so that it is asked for by {@link #ask} and not run. */
  boolean isElsewhere(Job job);

  /**
   * Outside any transaction; asked again it gives the same results, and nothing is done twice.
   *
   * @return what became of each of them
   * @throws WorkWaits when the other service cannot do it now
   */
  Map<UUID, ItemResult> ask(Job job, List<UUID> images);
}
