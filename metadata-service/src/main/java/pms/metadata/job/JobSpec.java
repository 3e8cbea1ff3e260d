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
 * @param before how the tag was spelled, where only its spelling changes; null where it becomes another tag, or none
 * @param categories path by id of those that moved or are deleted
 * @param moved the one that moved, and the others with it; null for none
 */
public record JobSpec(
    ObjectNode change, String query, String tag, String name, String before, Map<UUID, String> categories, CategoryMove moved) {

  private static final String TRASH = "trash";

  public static JobSpec bulk(ObjectNode change, String query) {
    return new JobSpec(change, query, null, null, null, null, null);
  }

  /** @param name null to delete it */
  public static JobSpec tag(String key, String name) {
    return new JobSpec(null, null, key, name, null, null, null);
  }

  /** The same tag, spelled otherwise: of that no image's history tells. */
  public static JobSpec spelling(String key, String name, String before) {
    return new JobSpec(null, null, key, name, before, null, null);
  }

  public static JobSpec categories(Map<UUID, String> paths) {
    return new JobSpec(null, null, null, null, null, paths, null);
  }

  public static JobSpec move(Map<UUID, String> paths, CategoryMove moved) {
    return new JobSpec(null, null, null, null, null, paths, moved);
  }

  /** Of a job that moved images into the trash, one that moves them out of it; most others are taken back by their history. */
  JobSpec undo() {
    if (before != null) {
      return spelling(tag, before, name);
    }
    if (moved != null) {
      return move(categories, moved.back());
    }
    return bulk(movesToTrash() ? change.objectNode().put(TRASH, !change.get(TRASH).booleanValue()) : null, null);
  }

  /** A version of a picture is taken back at the picture. */
  boolean canBeUndone() {
    return change == null || !change.has("edits");
  }

  private boolean movesToTrash() {
    return change != null && change.has(TRASH);
  }
}
