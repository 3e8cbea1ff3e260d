package pms.metadata.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/**
 * What a job is to do; which fields are there depends on its kind.
 *
 * @param change of a bulk job, as it came in the request
 * @param query whose images a bulk job changes; null for a list of ids
 * @param tag key of the tag to rename or delete
 * @param name what the tag is called from now on
 * @param categories path by id of those that moved or are deleted
 */
public record JobSpec(ObjectNode change, String query, String tag, String name, Map<UUID, String> categories) {

  private static final String TRASH = "trash";

  public static JobSpec bulk(ObjectNode change, String query) {
    return new JobSpec(change, query, null, null, null);
  }

  /** @param name null to delete it */
  public static JobSpec tag(String key, String name) {
    return new JobSpec(null, null, key, name, null);
  }

  public static JobSpec categories(Map<UUID, String> paths) {
    return new JobSpec(null, null, null, null, paths);
  }

  /** Of a job that moved images into the trash, one that moves them out of it; all others are taken back by their history. */
  JobSpec undo() {
    return new JobSpec(movesToTrash() ? change.objectNode().put(TRASH, !change.get(TRASH).booleanValue()) : null, null, null, null, null);
  }

  /** A version of a picture is taken back at the picture. */
  boolean canBeUndone() {
    return change == null || !change.has("edits");
  }

  private boolean movesToTrash() {
    return change != null && change.has(TRASH);
  }
}
