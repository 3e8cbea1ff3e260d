package pms.sharing.smart;

import java.util.UUID;

/**
 * An image that is to be looked at.
 *
 * @param stamp which change of it this is about
 * @param shown whether it is there at all; one in the trash keeps its place, and a purged one is gone already
 * @param told how much we have heard of it
 */
record Look(UUID image, long stamp, boolean shown, Told told) {

  /** As search-service is told it; null where nothing was heard. */
  record Told(UUID id, boolean uploaded, Long facts, Integer version, Long renditions, Long lifecycle) {}
}
