package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.view.Shown;

/**
 * The file a guest may keep. The bytes as uploaded only where the link shows metadata, since they carry all of it, and only
 * while no edit has replaced them: what was cut away stays away. Else the largest rendition.
 */
@ApplicationScoped
class Downloads {

  private static final int AS_UPLOADED = 1;

  private final OpenLinks links;
  private final PublicBytes bytes;

  Downloads(OpenLinks links, PublicBytes bytes) {
    this.links = links;
    this.bytes = bytes;
  }

  Response send(OpenLink link, Shown picture, Request request) {
    if (!link.allowDownload()) {
      throw Problem.notFound();
    }
    Response answer =
        picture.original()
            .filter(original -> link.showMetadata() && picture.version() == AS_UPLOADED)
            .map(original -> original(original, request))
            .orElseGet(() -> rendition(link, picture, request));
    if (!request.getMethod().equals("HEAD")) {
      links.countDownload(link);
    }
    return answer;
  }

  private Response original(Shown.Original original, Request request) {
    PublicBytes.Piece piece = new PublicBytes.Piece(original.objectKey(), original.type(), original.bytes());
    return bytes.saved(piece, original.fileName(), request);
  }

  private Response rendition(OpenLink link, Shown picture, Request request) {
    return picture.largestJpeg()
        .map(jpeg -> new PublicBytes.Piece(jpeg.objectKey(), jpeg.format(), jpeg.bytes()))
        .map(piece -> bytes.saved(piece, name(link, picture), request))
        .orElseThrow(Problem::notFound);
  }

  /** A file's name may tell when and where. */
  private static String name(OpenLink link, Shown picture) {
    String plain = "picture.jpg";
    return link.showMetadata()
        ? picture.original().map(Shown.Original::fileName).map(name -> name.replaceFirst("\\.[^.]{1,5}$", "") + ".jpg").orElse(plain)
        : plain;
  }
}
