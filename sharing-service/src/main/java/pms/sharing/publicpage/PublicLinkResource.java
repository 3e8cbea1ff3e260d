package pms.sharing.publicpage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import pms.kit.problem.Problem;
import pms.sharing.link.LinkConfig;
import pms.sharing.link.OpenLink;
import pms.sharing.link.Seals;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

/** Links for programs. Nobody logs in here: the token in the path is the right, and {@link Gate} looks at it every time. */
@Path("/api/public/{token}")
@RunOnVirtualThread
class PublicLinkResource {

  private final Gate gate;
  private final Seals seals;
  private final PassCookies cookies;
  private final PublicImages images;
  private final PublicAlbums albums;
  private final LinkConfig config;

  PublicLinkResource(
      Gate gate, Seals seals, PassCookies cookies, PublicImages images, PublicAlbums albums, LinkConfig config) {
    this.gate = gate;
    this.seals = seals;
    this.cookies = cookies;
    this.images = images;
    this.albums = albums;
    this.config = config;
  }

  @GET
  @PermitAll
  public PublicLinkView get(@PathParam("token") String token, @BeanParam Guest guest) {
    OpenLink link = gate.find(token, guest);
    if (link.hasPassword() && !gate.hasPass(link, guest)) {
      return PublicLinkView.locked(link);
    }
    return PublicLinkView.open(link, seals.pass(gate.visit(token, guest)));
  }

  @POST
  @Path("/unlock")
  @Consumes("application/json")
  @PermitAll
  public RestResponse<UnlockView> unlock(
      @PathParam("token") String token, @BeanParam Guest guest, UnlockRequest body) {
    if (body == null) {
      throw Problem.invalid("password", "is missing");
    }
    String pass = seals.pass(gate.unlock(token, guest, body.password()));
    return RestResponse.ResponseBuilder.ok(new UnlockView(pass, config.passFor().toSeconds()))
        .cookie(cookies.of(token, pass))
        .build();
  }

  /** @param album one inside the link's own */
  @GET
  @Path("/items")
  @PermitAll
  public Page<PublicImageView> items(
      @PathParam("token") String token,
      @BeanParam Guest guest,
      @QueryParam("album") UUID album,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    OpenLink link = gate.enter(token, guest);
    return album == null
        ? images.list(link, Cursor.parse(after), Limit.parse(limit))
        : images.list(link, albums.get(link, album), Cursor.parse(after), Limit.parse(limit));
  }

  /** What is inside the link's album, or inside one in it. */
  @GET
  @Path("/albums")
  @PermitAll
  public Page<PublicAlbum> albums(
      @PathParam("token") String token,
      @BeanParam Guest guest,
      @QueryParam("album") UUID album,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    PublicAlbum around = albums.get(gate.enter(token, guest), album);
    return albums.inside(around, Cursor.parse(after), Limit.parse(limit));
  }
}
