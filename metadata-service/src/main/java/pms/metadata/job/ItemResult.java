package pms.metadata.job;

/**
 * What became of one image of a job.
 *
 * @param reason why it failed; null if it did not
 */
public record ItemResult(String state, String reason) {

  public static final ItemResult CHANGED = new ItemResult("changed", null);
  public static final ItemResult UNCHANGED = new ItemResult("unchanged", null);

  public static ItemResult failed(String reason) {
    return new ItemResult("failed", reason);
  }
}
