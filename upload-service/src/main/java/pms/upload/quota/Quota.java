package pms.upload.quota;

/**
 * How much an owner has and may have.
 *
 * @param used bytes
 * @param allowed bytes
 * @param images number of pictures, those in the trash included
 */
public record Quota(long used, long allowed, long images) {

  /** Bytes that may still come; never negative, even if the allowance shrank. */
  public long room() {
    return Math.max(0, allowed - used);
  }
}
