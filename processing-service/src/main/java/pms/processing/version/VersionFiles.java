package pms.processing.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.caller.Caller;
import pms.kit.strip.Strip;
import pms.processing.ProcessingConfig;
import pms.processing.http.Disposition;
import pms.processing.image.Bytes;
import pms.processing.image.Darkroom;
import pms.processing.image.Edition;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.StoredFile;
import pms.processing.image.Versions;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.transform.RenderParameters;
import pms.processing.transform.Transforms;

/** Versions as files of full size, to keep. */
@ApplicationScoped
class VersionFiles {

  private final Pictures pictures;
  private final Versions versions;
  private final Transforms transforms;
  private final Darkroom darkroom;
  private final Bytes bytes;
  private final ProcessingConfig config;

  VersionFiles(
      Pictures pictures,
      Versions versions,
      Transforms transforms,
      Darkroom darkroom,
      Bytes bytes,
      ProcessingConfig config) {
    this.pictures = pictures;
    this.versions = versions;
    this.transforms = transforms;
    this.darkroom = darkroom;
    this.bytes = bytes;
    this.config = config;
  }

  /**
   * How the file is wanted.
   *
   * @param format null for the usual one: of a version without operations the original's bytes
   * @param strip what those must not tell, empty for nothing; what is rendered tells nothing anyway
   * @param part of the original's bytes; what is rendered, or stripped, comes whole
   */
  record Wish(String format, Optional<Strip> strip, boolean save, Bytes.Wanted part) {}

  /** The file of a version: history for its owner and editors, the current one also for those who may download. */
  Response get(UUID id, int number, Wish wish, Caller caller, Request request) {
    Picture picture = pictures.downloadable(id, caller);
    if (number != picture.current()) {
      picture = pictures.editable(id, caller);
    }
    Versions.Making making = versions.making(picture, number);
    // The bytes of what nobody has read yet, or can read, are there all the same.
    return wish.format() == null && making.recipe().isNothing()
        ? stored(making.picture(), number, wish, request)
        : rendered(picture, number, making.picture(), wish, caller, request);
  }

  private Response stored(Picture made, int number, Wish wish, Request request) {
    return wish.strip()
        .map(what -> bytes.stripped(made, what, number, wish.save(), request))
        .orElseGet(() -> bytes.original(made, true, wish.save(), wish.part(), request));
  }

  private Response rendered(Picture picture, int number, Picture made, Wish wish, Caller caller, Request request) {
    List<OutputFormat> writes = darkroom.writes().stream().filter(one -> one != OutputFormat.AVIF).toList();
    OutputFormat wanted = wish.format() == null ? usual(made, writes) : RenderParameters.format(wish.format(), writes);
    Edition edition = versions.edition(picture, number);
    StoredFile file = transforms.get(made, edition, Output.full("file", wanted, config.fileQuality()), caller);
    if (wanted == usual(made, writes)) {
      versions.weigh(picture, number, file.bytes());
    }
    String name = name(made, number, wanted);
    return bytes.rendition(file, true, false, request)
        .header("Content-Disposition", wish.save() ? Disposition.attachment(name) : Disposition.inline(name))
        .build();
  }

  /** What was uploaded without loss stays without loss. */
  private static OutputFormat usual(Picture picture, List<OutputFormat> writes) {
    boolean lossless = picture.type().equals(OutputFormat.PNG.mediaType()) && writes.contains(OutputFormat.PNG);
    return lossless ? OutputFormat.PNG : OutputFormat.JPEG;
  }

  private static String name(Picture picture, int number, OutputFormat format) {
    String original = picture.fileName() == null ? "" : picture.fileName().replaceFirst("\\.[^.]{1,5}$", "");
    return (original.isBlank() ? "picture" : original) + "-v" + number + "." + format.extension();
  }
}
