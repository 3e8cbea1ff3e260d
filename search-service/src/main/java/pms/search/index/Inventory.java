package pms.search.index;

/**
 * What is in a generation of indexes.
 *
 * @param images that can be found, in all libraries together
 * @param hidden documents of images that cannot: in the trash, purged, or not heard of by their upload yet
 * @param albums that are not deleted
 */
public record Inventory(long images, long hidden, long albums) {}
