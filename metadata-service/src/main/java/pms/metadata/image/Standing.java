package pms.metadata.image;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import pms.metadata.tag.TagKey;
import pms.metadata.timeline.BucketKey;

/**
 * What lists and counters need of an image.
 *
 * @param tags spelling by key
 * @param inLibrary whether it counts: not while unheard of, in the trash, or purged
 * @param day its bucket of the timeline; null when it is not in there
 * @param category the category that counts it; null for none
 * @param ratio width by height of what is shown, be it of an older version; null when unknown
 */
record Standing(SequencedMap<String, String> tags, boolean inLibrary, String day, UUID category, Float ratio, boolean favourite) {

  static Standing of(Image image) {
    boolean inLibrary = image.hasArrived() && !image.isPurged() && image.trashedAt == null;
    Words words = image.words();
    boolean shown = inLibrary && !words.archived();
    return new Standing(
        image.isPurged() || !image.hasArrived() ? new LinkedHashMap<>() : TagKey.byKey(words.tags()),
        inLibrary,
        shown ? BucketKey.dayOf(words.takenAt() == null ? null : words.takenAt().local()) : null,
        inLibrary ? image.categoryId : null,
        ratio(image),
        words.favourite());
  }

  private static Float ratio(Image image) {
    Thumbnails thumbnails = image.thumbnails;
    boolean rendered = thumbnails.renderedWidth != null && thumbnails.renderedHeight != null;
    Integer width = rendered ? thumbnails.renderedWidth : image.facts().width();
    Integer height = rendered ? thumbnails.renderedHeight : image.facts().height();
    return width == null || height == null || height == 0 ? null : Math.round(1000f * width / height) / 1000f;
  }
}
