package pms.processing.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import pms.kit.caller.Caller;
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
   * The file of a version: history for its owner and editors, the current one also for those who may download.
   *
   * @param format null for the usual one: of a version without operations the original's bytes
   * @param part of the original's bytes; what is rendered comes whole
   */
  Response get(UUID id, int number, String format, boolean save, Bytes.Wanted part, Caller caller, Request request) {
    Picture picture = pictures.downloadable(id, caller);
    if (number != picture.current()) {
      picture = pictures.editable(id, caller);
    }
    Edition edition = versions.edition(picture, number);
    Picture made = edition.picture();
    List<OutputFormat> writes = darkroom.writes().stream().filter(one -> one != OutputFormat.AVIF).toList();
    OutputFormat wanted = format == null ? usual(made, writes) : RenderParameters.format(format, writes);
    if (format == null && edition.recipe().isNothing()) {
      return bytes.original(made, true, save, part, request);
    }
    StoredFile file = transforms.get(made, edition, Output.full("file", wanted, config.fileQuality()), caller);
    if (wanted == usual(made, writes)) {
      versions.weigh(picture, number, file.bytes());
    }
    String name = name(made, number, wanted);
    return bytes.rendition(file, true, false, request)
        .header("Content-Disposition", save ? Disposition.attachment(name) : Disposition.inline(name))
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
