package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.metadata.category.CategoryRows;
import pms.metadata.library.Libraries;
import pms.metadata.tag.TagRows;
import pms.metadata.tag.TagsOfImage;
import pms.metadata.timeline.Buckets;

/**
 * Keeps tags, categories and the timeline in step with images, in the transaction that changes them. What was counted
 * before stands in rows, not in memory, so counting again changes nothing.
 */
@ApplicationScoped
class Books {

  private final Libraries libraries;
  private final TagRows tags;
  private final CategoryRows categories;
  private final Buckets buckets;

  Books(Libraries libraries, TagRows tags, CategoryRows categories, Buckets buckets) {
    this.libraries = libraries;
    this.tags = tags;
    this.categories = categories;
    this.buckets = buckets;
  }

  /** @param images of one owner, locked, changed already */
  @Transactional(Transactional.TxType.MANDATORY)
  void settle(List<Image> images) {
    Map<Image, Standing> standings = new LinkedHashMap<>();
    images.stream().filter(Books::isOrWasKnown).forEach(image -> standings.put(image, Standing.of(image)));
    if (standings.isEmpty()) {
      return;
    }
    String owner = images.getFirst().ownerId;
    long revision = libraries.lock(owner);
    Map<String, String> spelling = tags.settle(owner, standings.entrySet().stream().map(Books::tags).toList());
    categories.count(owner, standings.entrySet().stream().map(Books::categoryMove).toList());
    buckets.count(owner, standings.entrySet().stream().map(Books::bucketMove).toList(), revision);
    standings.forEach((image, standing) -> image.stand(standing, spelling));
  }

  /**
   * Spells a tag otherwise for all who hold it; each of them is to be settled and announced.
   *
   * @return false if the tag is gone, or spelled in a third way by now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean respell(String owner, String key, String from, String to) {
    libraries.lock(owner);
    return tags.respell(owner, key, from, to);
  }

  /** Events may speak of an image long before it arrives; nothing is counted of it then. */
  private static boolean isOrWasKnown(Image image) {
    return image.hasArrived() || image.organised > 0;
  }

  private static TagsOfImage tags(Map.Entry<Image, Standing> now) {
    return new TagsOfImage(now.getKey().id, now.getValue().tags(), now.getValue().inLibrary());
  }

  private static CategoryRows.Move categoryMove(Map.Entry<Image, Standing> now) {
    UUID before = now.getKey().countedCategory;
    return new CategoryRows.Move(before, now.getValue().category());
  }

  private static Buckets.Move bucketMove(Map.Entry<Image, Standing> now) {
    return new Buckets.Move(now.getKey().timelineDay, now.getValue().day());
  }
}
