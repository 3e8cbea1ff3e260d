package pms.processing.transform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pms.kit.caller.Caller;
import pms.processing.ProcessingConfig;
import pms.processing.http.Accepted;
import pms.processing.image.Darkroom;
import pms.processing.image.Edition;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.StoredFile;
import pms.processing.image.Versions;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;

/** Thumbnails in the format that the client likes best: WebP and JPEG are there, AVIF is made when first asked for. */
@ApplicationScoped
class Thumbnails {

  /** Pixels of the shorter side. */
  static final Map<String, Integer> SIZES = Map.of("small", 250, "medium", 720, "large", 1440);

  private static final String AVIF = OutputFormat.AVIF.mediaType();
  private static final List<String> PREFERENCE =
      List.of(OutputFormat.WEBP.mediaType(), AVIF, OutputFormat.JPEG.mediaType());

  private final Pictures pictures;
  private final Versions versions;
  private final Transforms transforms;
  private final Darkroom darkroom;
  private final ProcessingConfig config;

  Thumbnails(Pictures pictures, Versions versions, Transforms transforms, Darkroom darkroom, ProcessingConfig config) {
    this.pictures = pictures;
    this.versions = versions;
    this.transforms = transforms;
    this.darkroom = darkroom;
    this.config = config;
  }

  StoredFile get(Picture picture, int version, String size, Accepted accepted, Caller caller) {
    List<StoredFile> stored = pictures.renditions(picture, version, size);
    List<String> formats = new ArrayList<>(stored.stream().map(StoredFile::format).toList());
    if (darkroom.writes().contains(OutputFormat.AVIF)) {
      formats.add(AVIF);
    }
    String best = accepted.best(PREFERENCE.stream().filter(formats::contains).toList());
    StoredFile there = stored.stream()
        .filter(file -> file.format().equals(best))
        .findFirst()
        .orElseGet(() -> fallback(stored));
    return best.equals(AVIF) && formats.contains(AVIF) ? avif(picture, version, size, there, caller) : there;
  }

  private static StoredFile fallback(List<StoredFile> stored) {
    return stored.stream()
        .filter(file -> file.format().equals(OutputFormat.JPEG.mediaType()))
        .findFirst()
        .orElse(stored.getFirst());
  }

  /** Who has had too much rendered still sees the picture. */
  private StoredFile avif(Picture picture, int version, String size, StoredFile otherwise, Caller caller) {
    Output output = Output.shortSide("render", SIZES.get(size), OutputFormat.AVIF, config.avifQuality());
    try {
      Edition edition = versions.edition(picture, version);
      return transforms.get(edition.picture(), edition, output, caller);
    } catch (TooManyRenders poor) {
      return otherwise;
    }
  }
}
