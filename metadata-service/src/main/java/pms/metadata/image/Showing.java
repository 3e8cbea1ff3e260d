package pms.metadata.image;

import pms.metadata.extract.Facts;

/**
 * How far an image is, and its current version: metadata of another file and thumbnails of another version do not make it ready.
 *
 * @param state {@code processing}, {@code ready} or {@code failed}
 * @param reason why it failed; null if it did not
 * @param width pixels of the version, upright; null when unknown
 */
record Showing(String state, String reason, int version, Integer width, Integer height) {

  static Showing of(Image image) {
    int version = image.version();
    if (!image.edition.isOfTheFile(version)) {
      return sized(image, "processing", null);
    }
    if (image.thumbnails.haveFailed(version)) {
      return sized(image, "failed", image.thumbnails.failure);
    }
    boolean ready = image.thumbnails.areReady(version) && image.extractedAt != null;
    return sized(image, ready ? "ready" : "processing", null);
  }

  private static Showing sized(Image image, String state, String reason) {
    int version = image.version();
    Edition edition = image.edition;
    if (edition.toldVersion == version && edition.toldWidth != null) {
      return new Showing(state, reason, version, edition.toldWidth, edition.toldHeight);
    }
    if (image.thumbnails.areReady(version)) {
      return new Showing(state, reason, version, image.thumbnails.renderedWidth, image.thumbnails.renderedHeight);
    }
    if (!edition.isOfTheFile(version)) {
      return new Showing(state, reason, version, null, null);
    }
    Facts facts = image.factsOfTheFile();
    return new Showing(state, reason, version, facts.width(), facts.height());
  }
}
