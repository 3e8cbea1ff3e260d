package pms.upload.image;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * Many images of one owner into the trash or out of it.
 *
 * @param job whose doing it is; told twice it is done once
 * @param undoes only what that job moved and nobody since; null for whatever there is
 * @param trash false to restore
 */
record BulkTrashRequest(String owner, List<UUID> ids, UUID job, UUID undoes, boolean trash) {

  private static final int MOST = 1_000;

  BulkTrashRequest checked() {
    require(owner != null && !owner.isBlank(), "owner", "is missing");
    require(job != null, "job", "is missing");
    require(ids != null && !ids.isEmpty() && ids.size() <= MOST, "ids", "is a list of 1 to " + MOST + " ids");
    require(!new HashSet<>(ids).contains(null), "ids", "has one that is missing");
    return this;
  }

  private static void require(boolean right, String field, String otherwise) {
    if (!right) {
      throw Problem.invalid(field, otherwise);
    }
  }
}
