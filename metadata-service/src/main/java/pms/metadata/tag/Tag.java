package pms.metadata.tag;

/**
 * A tag of one owner.
 *
 * @param images that hold it, without those in the trash
 * @param holders all that hold it
 */
public record Tag(String key, String name, long images, long holders) {

  TagView view() {
    return new TagView(name, images);
  }
}
