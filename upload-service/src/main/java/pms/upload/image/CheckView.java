package pms.upload.image;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which of the contents asked for are known; the others are left out. */
record CheckView(List<Item> items) {

  /**
   * @param state {@code present}, {@code trashed} or {@code purged}
   * @param deletedAt when its owner deleted it, be it into the trash or for good; absent when it is present
   */
  record Item(String sha256, UUID id, String state, Instant deletedAt, Instant trashedAt, Instant purgedAt) {

    static Item of(Image image) {
      String state = image.isPurged() ? "purged" : image.isTrashed() ? "trashed" : "present";
      return new Item(
          image.sha256, image.id, state, image.trashedAt == null ? image.purgedAt : image.trashedAt,
          image.isTrashed() ? image.trashedAt : null, image.purgedAt);
    }
  }

  /** @param images of one content the one that counts first */
  static CheckView of(List<Image> images) {
    Set<String> seen = new HashSet<>();
    return new CheckView(images.stream().filter(image -> seen.add(image.sha256)).map(Item::of).toList());
  }
}
