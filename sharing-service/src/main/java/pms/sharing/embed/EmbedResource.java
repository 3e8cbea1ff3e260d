package pms.sharing.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.problem.Problem;
import pms.sharing.link.LinkConfig;
import pms.sharing.link.OpenLink;
import pms.sharing.publicpage.PageAnswers;
import pms.sharing.publicpage.PageGallery;
import pms.sharing.publicpage.PublicImages;

/**
 * The page of a link in a frame of those sites that the link names. Nobody logs in here, and no cookie is read or set: the token
 * in the path is the right.
 */
@Path("/embed/{token}")
@RunOnVirtualThread
class EmbedResource {

  private static final String SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox; ";

  private final Embeds embeds;
  private final PageAnswers answers;
  private final LinkConfig config;

  EmbedResource(Embeds embeds, PageAnswers answers, LinkConfig config) {
    this.embeds = embeds;
    this.answers = answers;
    this.config = config;
  }

  @GET
  @Produces("text/html")
  @PermitAll
  @Operation(summary = "The page of a link in a frame")
  public Response show(@PathParam("token") String token) {
    try {
      return show(embeds.gallery(token));
    } catch (Problem problem) {
      if (problem.status() != 404) {
        throw problem;
      }
      return answers.page(404, policy("'none'"), EmbedPages::missing).build();
    }
  }

  private Response show(Embeds.Gallery shown) {
    OpenLink link = shown.link();
    String page = config.origin() + "/s/" + link.token().value();
    PageGallery gallery = PageGallery.of(shown.page(), !link.isAlbum(), page);
    String ancestors = link.embedOrigins().isEmpty() ? "'none'" : link.embedOrigins();
    return answers
        .page(200, policy(ancestors), nonce -> EmbedPages.frame(nonce, PublicImages.title(link), page, gallery))
        .build();
  }

  private static String policy(String ancestors) {
    return SANDBOX + "form-action 'none'; frame-ancestors " + ancestors;
  }
}
