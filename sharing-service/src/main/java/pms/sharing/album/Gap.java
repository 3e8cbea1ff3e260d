package pms.sharing.album;

/**
 * Room between two positions, both of them taken.
 *
 * @param low below which nothing is placed
 * @param high above which nothing is placed
 */
record Gap(long low, long high) {

  /** As much as is needed before the first item. */
  static Gap before(long first, int items) {
    return new Gap(first - AlbumItem.GAP * (items + 1L), first);
  }

  /** As much as is needed after the last item. */
  static Gap after(long last, int items) {
    return new Gap(last, last + AlbumItem.GAP * (items + 1L));
  }

  boolean holds(int items) {
    return high - low > items;
  }

  /** Evenly apart: of so many items the one with this number, from 0. */
  long position(int number, int items) {
    return low + (high - low) / (items + 1L) * (number + 1L);
  }
}
