package pms.upload.image;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the contents asked for are known; the others are left out. */
record CheckView(List<Item> items) {

  /**
   * @param state {@code present}, {@code trashed} or {@code purged}
   * @param deletedAt when its owner deleted it, be it into the trash or for good; absent when it is present
   */
  record Item(String sha256, UUID id, String state, Instant deletedAt, Instant trashedAt, Instant purgedAt) {

    static Item of(Known known) {
      Image image = known.image();
      String state = image.isPurged() ? "purged" : image.isTrashed() ? "trashed" : "present";
      return new Item(
          known.sha256(), image.id, state, image.trashedAt == null ? image.purgedAt : image.trashedAt,
          image.isTrashed() ? image.trashedAt : null, image.purgedAt);
    }
  }

  /** Contents that an image has, or had before others took their place. */
  private record Known(String sha256, Image image) {}

  /** The purged ones behind the others, the latest of them first. */
  private static final Comparator<Known> WHAT_COUNTS_FIRST =
      Comparator.comparing(known -> known.image().purgedAt, Comparator.nullsFirst(Comparator.reverseOrder()));

  /**
   * Of each content the image that counts.
   *
   * @param images that have one of them now
   * @param files kept ones, of images that had one of them before
   */
  static CheckView of(List<Image> images, List<StoredOriginal> files, List<Image> theirs) {
    Map<UUID, Image> byId = theirs.stream().collect(Collectors.toMap(image -> image.id, Function.identity()));
    Set<String> seen = new HashSet<>();
    return new CheckView(
        Stream.concat(
                images.stream().map(image -> new Known(image.sha256, image)),
                files.stream().map(file -> new Known(file.sha256, byId.get(file.imageId))))
            .sorted(WHAT_COUNTS_FIRST)
            .filter(known -> seen.add(known.sha256()))
            .map(Item::of)
            .toList());
  }
}
