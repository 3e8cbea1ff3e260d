package pms.metadata.tag;

import java.util.SequencedMap;
import java.util.UUID;

/**
 * The tags an image has.
 *
 * @param names spelling by {@link TagKey}
 * @param counted whether they count for the list of tags: not those of an image in the trash
 */
public record TagsOfImage(UUID image, SequencedMap<String, String> names, boolean counted) {}
