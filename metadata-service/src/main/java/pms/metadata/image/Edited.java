package pms.metadata.image;

/**
 * A person's word on one field, which counts more than the file's.
 *
 * @param value null when the person took away what the file says
 */
record Edited<T>(T value) {}
