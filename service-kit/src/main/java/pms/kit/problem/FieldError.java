package pms.kit.problem;

/**
 * What is wrong with one field of the input.
 *
 * @param field path of the field, query parameter or header, such as {@code ids[3]} or {@code limit}
 * @param message why, as a sentence a person can act on
 */
public record FieldError(String field, String message) {}
