package pms.upload.guest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.internal.InternalCalls;
import pms.kit.problem.Problem;
import pms.upload.guest.SharingLinkClient.LinkName;
import pms.upload.guest.SharingLinkClient.Refusal;

/** Asks about a link; its refusals reach the guest as they are, and no answer is a no. */
@ApplicationScoped
class LinkGate {

  static final String PURPOSE = "guest uploads";
  private static final Logger LOG = Logger.getLogger(LinkGate.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "urn:pms:problem:";

  private final SharingLinkClient sharing;
  private final InternalCalls calls;

  LinkGate(@RestClient SharingLinkClient sharing, InternalCalls calls) {
    this.sharing = sharing;
    this.calls = calls;
  }

  GuestPermit enter(GuestSender sender) {
    return ask(() -> sharing.begin(
        new LinkName(sender.link), calls.seal(PURPOSE), sender.cookies, sender.pass, sender.address()));
  }

  /** Revoked, expired or closed to pictures while this one was on its way: then it is refused like one that comes later. */
  void leave(GuestSender sender) {
    ask(() -> sharing.finish(new LinkName(sender.link), calls.seal(PURPOSE)));
  }

  private static GuestPermit ask(Supplier<GuestPermit> question) {
    try {
      return question.get();
    } catch (WebApplicationException refused) {
      throw problem(refused);
    } catch (ProcessingException unreachable) {
      LOG.warnf("the sharing service did not answer about a link: %s", unreachable.getMessage());
      throw unavailable();
    }
  }

  private static Problem problem(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    if (status == 404 || status == 400) {
      return Problem.notFound();
    }
    if (status != 403 && status != 429) {
      LOG.warnf("the sharing service answered %d about a link", status);
      return unavailable();
    }
    try {
      Refusal why = JSON.readValue(refused.getResponse().readEntity(String.class), Refusal.class);
      return Problem.of(status, why.type().replace(KIND, ""), why.title(), why.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("sharing-service refused without a problem document", e);
    }
  }

  private static Problem unavailable() {
    return Problem.of(503, "unavailable", "Temporarily unavailable", "A part of the system is away; try again in a moment.");
  }
}
