package pms.search.image;

import java.text.Normalizer;
import pms.contracts.Camera;
import pms.contracts.ImageMetadata;
import pms.contracts.Location;

/** One spelling for what looks the same: some systems write é as two characters, and the index would tell them apart. */
final class Spelling {

  static String normal(String text) {
    return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  static ImageMetadata normal(ImageMetadata facts) {
    if (facts == null) {
      return null;
    }
    return new ImageMetadata(
        facts.width(),
        facts.height(),
        facts.orientation(),
        facts.takenAt(),
        normal(facts.camera()),
        facts.exposure(),
        normal(facts.location()),
        normal(facts.title()),
        normal(facts.description()),
        facts.tags().stream().map(Spelling::normal).toList(),
        facts.automaticTags().stream().map(Spelling::normal).toList(),
        normal(facts.category()),
        facts.rating(),
        facts.favourite(),
        facts.archived(),
        facts.warnings());
  }

  private static Camera normal(Camera camera) {
    return camera == null ? null : new Camera(normal(camera.make()), normal(camera.model()), normal(camera.lens()));
  }

  private static Location normal(Location location) {
    return location == null
        ? null
        : new Location(location.latitude(), location.longitude(), location.altitude(), normal(location.place()));
  }

  private Spelling() {}
}
