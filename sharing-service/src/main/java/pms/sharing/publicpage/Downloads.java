package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.view.Shown;

/**
 * The file a guest may keep: as uploaded where the link shows metadata, else the same picture without a word about people and
 * places. Once it was edited, or where its format cannot be stripped, the largest rendition: what was cut away stays away. A link
 * with a watermark gives its largest rendition with the text in it, and nothing else.
 */
@ApplicationScoped
public class Downloads {

  private final OpenLinks links;
  private final PublicBytes bytes;
  private final Watermarked watermarked;

  Downloads(OpenLinks links, PublicBytes bytes, Watermarked watermarked) {
    this.links = links;
    this.bytes = bytes;
    this.watermarked = watermarked;
  }

  Response send(OpenLink link, Shown picture, Request request) {
    if (!link.allowDownload()) {
      throw Problem.notFound();
    }
    Response answer = PublicBytes.saved(open(link, picture), request);
    if (!request.getMethod().equals("HEAD")) {
      links.countDownload(link);
    }
    return answer;
  }

  /** To be closed, copied or not. @throws Problem 404 when it is gone */
  public KeptFile open(OpenLink link, Shown picture) {
    return link.watermark() == null ? plain(link, picture) : watermarked.kept(link, picture, name(link, picture));
  }

  private KeptFile plain(OpenLink link, Shown picture) {
    return picture.original()
        .filter(_ -> picture.bare())
        .flatMap(original -> original(link, original))
        .orElseGet(() -> rendition(link, picture));
  }

  /** Empty when its format cannot be stripped. */
  private Optional<KeptFile> original(OpenLink link, Shown.Original original) {
    PublicBytes.Piece piece = new PublicBytes.Piece(original.objectKey(), original.type(), original.bytes());
    return link.showMetadata() ? Optional.of(bytes.whole(piece, original.fileName())) : bytes.stripped(piece, "picture");
  }

  private KeptFile rendition(OpenLink link, Shown picture) {
    return picture.largestJpeg()
        .map(jpeg -> new PublicBytes.Piece(jpeg.objectKey(), jpeg.format(), jpeg.bytes()))
        .map(piece -> bytes.whole(piece, name(link, picture)))
        .orElseThrow(Problem::notFound);
  }

  /** A file's name may tell when and where. */
  private static String name(OpenLink link, Shown picture) {
    return picture.original()
        .filter(original -> link.showMetadata())
        .map(original -> original.fileName().replaceFirst("\\.[^.]{1,5}$", "") + ".jpg")
        .orElse("picture.jpg");
  }
}
