package pms.metadata.image;

import pms.contracts.ImageMetadata;
import pms.metadata.extract.Facts;

/** An image as it is announced. */
final class Snapshots {

  static ImageMetadata of(Image image) {
    Facts found = image.facts();
    Words words = image.words();
    return new ImageMetadata(
        found.width(), found.height(), found.orientation(), words.takenAt(), found.camera(), found.exposure(),
        words.place(), words.title(), words.description(), image.tags(), words.automaticAmong(image.tags()), words.category(),
        words.rating(), words.favourite(), words.archived(), found.warnings());
  }

  private Snapshots() {}
}
