package pms.sharing.mail;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.problem.Problem;
import pms.sharing.publicpage.PageAnswers;

/**
 * No more invitations by mail. Nobody logs in here, since who is written to has no account: the seal in the path proves that the
 * mail was read. To look at the page does nothing; mail programs do that by themselves.
 */
@Path("/api/public/{word}/no-mail")
@RunOnVirtualThread
class StopResource {

  private final StopAddress address;
  private final Strangers strangers;
  private final PageAnswers answers;

  StopResource(StopAddress address, Strangers strangers, PageAnswers answers) {
    this.address = address;
    this.strangers = strangers;
    this.answers = answers;
  }

  @GET
  @PermitAll
  @Operation(summary = "The page where the reader of an invitation by mail says that they want no more")
  public Response ask(@PathParam("word") String word) {
    mail(word);
    return page(false);
  }

  /** The button of that page, or of a mail program (RFC 8058). */
  @POST
  @PermitAll
  @Operation(summary = "No more invitations by mail to the address that this was sent to")
  public Response stop(@PathParam("word") String word) {
    strangers.stop(mail(word));
    return page(true);
  }

  private String mail(String word) {
    return address.mail(word).orElseThrow(Problem::notFound);
  }

  private Response page(boolean done) {
    return answers.page(200, nonce -> MailPages.stop(nonce, done)).build();
  }
}
