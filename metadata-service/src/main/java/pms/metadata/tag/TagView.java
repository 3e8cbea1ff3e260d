package pms.metadata.tag;

/**
 * A tag of the caller's library.
 *
 * @param name in the spelling that came first
 * @param count images that have it, without those in the trash
 */
record TagView(String name, long count) {}
