package pms.sharing.album;

/**
 * What a bulk addition came to.
 *
 * @param added how many of the ids were new to the album
 * @param count of the album now
 */
record ItemsAdded(int added, long count) {}
