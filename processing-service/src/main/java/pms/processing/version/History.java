package pms.processing.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.processing.http.Numbers;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.Versions;

/** What has become of a picture, for its owner and editors. The tag of an answer is the number of the current version. */
@ApplicationScoped
class History {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Pictures pictures;
  private final Versions versions;

  History(Pictures pictures, Versions versions) {
    this.pictures = pictures;
    this.versions = versions;
  }

  Response page(UUID id, String limit, String before, Caller caller) {
    Integer most = Numbers.of("limit", limit, 1, MOST);
    Integer from = Numbers.of("before", before, 1, 999_999_999);
    Picture picture = pictures.editable(id, caller);
    int items = most == null ? USUAL : most;
    return tagged(
        picture, VersionPage.of(versions.before(picture, from == null ? Integer.MAX_VALUE : from, items + 1), items));
  }

  Response one(UUID id, int number, Caller caller) {
    Picture picture = pictures.editable(id, caller);
    return tagged(picture, versions.view(picture, number));
  }

  Response compare(UUID id, String numbers, Caller caller) {
    if (!numbers.matches("[1-9]\\d{0,8},[1-9]\\d{0,8}")) {
      throw Problem.invalid("compare", "is two numbers of versions, such as 1,3");
    }
    String[] both = numbers.split(",");
    int first = Integer.parseInt(both[0]);
    int second = Integer.parseInt(both[1]);
    Picture picture = pictures.editable(id, caller);
    return tagged(
        picture,
        Comparison.of(
            id,
            versions.view(picture, first),
            versions.view(picture, second),
            versions.making(picture, first),
            versions.making(picture, second)));
  }

  private static Response tagged(Picture picture, Object entity) {
    return Response.ok(entity)
        .header(HttpHeaders.ETAG, IfMatch.tag(picture.current()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
