package pms.metadata.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a job does to a few of its images, in the running transaction. */
public interface JobWork {

  /** @return what became of each of them */
  Map<UUID, ItemResult> run(Job job, List<UUID> images);
}
