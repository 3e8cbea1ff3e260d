package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import pms.contracts.Rendition;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.view.Shown;
import pms.sharing.watermark.Watermarks;

/** Pictures of a link that wants its text in them: always as JPEG, and never another way. */
@ApplicationScoped
class Watermarked {

  private final Watermarks watermarks;

  Watermarked(Watermarks watermarks) {
    this.watermarks = watermarks;
  }

  /** For a question about the headers alone nothing is drawn. */
  Response shown(Glance glance, String size, Request request) {
    Rendition rendition = glance.picture().rendition(size, List.of()).orElseThrow(Problem::notFound);
    boolean headers = request.getMethod().equals("HEAD");
    return PublicBytes.made(headers ? new byte[0] : watermarks.stamped(rendition, glance.link().watermark()));
  }

  /** The largest there is, in place of the original. */
  KeptFile kept(OpenLink link, Shown picture, String fileName) {
    Rendition rendition = picture.largestJpeg().orElseThrow(Problem::notFound);
    byte[] jpeg = watermarks.stamped(rendition, link.watermark());
    return new KeptFile(fileName, "image/jpeg", jpeg.length, new ByteArrayInputStream(jpeg), InputStream::transferTo);
  }
}
