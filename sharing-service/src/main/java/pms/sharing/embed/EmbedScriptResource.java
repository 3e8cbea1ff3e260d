package pms.sharing.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code <script src="…/embed/{token}.js" async></script>} stands for the frame of a link. Nobody logs in here: the token is the
 * right; which pages may show the frame says the frame itself, by the same list.
 */
@Path("/embed/{token}.js")
@RunOnVirtualThread
class EmbedScriptResource {

  private final Embeds embeds;

  EmbedScriptResource(Embeds embeds) {
    this.embeds = embeds;
  }

  @GET
  @PermitAll
  @Operation(summary = "A script that puts the frame of a link in the place of its tag")
  public Response script(@PathParam("token") String token) {
    return Response.ok(embeds.script(token))
        .type("text/javascript;charset=UTF-8")
        .header("Cache-Control", "private, max-age=300")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }
}
