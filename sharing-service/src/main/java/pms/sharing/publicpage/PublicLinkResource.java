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
  private final LinkConfig config;

  PublicLinkResource(Gate gate, Seals seals, PassCookies cookies, PublicImages images, LinkConfig config) {
    this.gate = gate;
    this.seals = seals;
    this.cookies = cookies;
    this.images = images;
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

  @GET
  @Path("/items")
  @PermitAll
  public Page<PublicImageView> items(
      @PathParam("token") String token,
      @BeanParam Guest guest,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return images.list(gate.enter(token, guest), Cursor.parse(after), Limit.parse(limit));
  }
}
