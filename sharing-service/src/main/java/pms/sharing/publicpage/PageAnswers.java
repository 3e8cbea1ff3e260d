package pms.sharing.publicpage;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import pms.sharing.link.LinkConfig;

/** Pages that run nothing, load nothing but our pictures and send nothing but the password form. */
@ApplicationScoped
public class PageAnswers {

  private final String origin;
  private final SecureRandom random = new SecureRandom();

  PageAnswers(LinkConfig config) {
    this.origin = config.origin();
  }

  /** A page in no frame. @param page is given the nonce of its style sheet */
  public Response.ResponseBuilder page(int status, Function<String, TemplateInstance> page) {
    return page(status, "form-action 'self'; frame-ancestors 'none'", page);
  }

  /** @param more directives of the policy */
  public Response.ResponseBuilder page(int status, String more, Function<String, TemplateInstance> page) {
    String nonce = nonce();
    String policy =
        "default-src 'none'; img-src 'self' %s; style-src 'nonce-%s'; base-uri 'none'; %s".formatted(origin, nonce, more);
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .header("Content-Security-Policy", policy)
        .entity(page.apply(nonce).render());
  }

  private String nonce() {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
