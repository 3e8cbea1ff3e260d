package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.publicpage.Guest;
import pms.sharing.publicpage.PageAsked;
import pms.sharing.publicpage.PageTalk;
import pms.sharing.publicpage.PageVisits;
import pms.sharing.publicpage.PassCookies;

/** What guests say by the form on a link's page: the same rules as for programs, and answers that lead back to the page. */
@ApplicationScoped
class GuestPages {

  private final GuestComments comments;
  private final PageVisits visits;
  private final PassCookies cookies;

  GuestPages(GuestComments comments, PageVisits visits, PassCookies cookies) {
    this.comments = comments;
    this.visits = visits;
    this.cookies = cookies;
  }

  Response say(String segment, Guest guest, CommentForm form) {
    if (form.isFilledByProgram()) {
      return back(segment, form.image, "yes").build();
    }
    GuestKey key = GuestKey.ofCookie(guest.key()).orElseGet(GuestKey::fresh);
    try {
      comments.say(segment, guest, form.image, key, form.words());
      return back(segment, form.image, "yes").cookie(cookies.key(segment, key.value())).build();
    } catch (Problem refused) {
      return refused(segment, guest, form, refused);
    }
  }

  Response delete(String segment, Guest guest, UUID image, UUID comment) {
    try {
      comments.delete(segment, guest, image, comment, GuestKey.ofCookie(guest.key()));
      return back(segment, image, "deleted").build();
    } catch (Problem refused) {
      return refused.status() == 403 ? back(segment, image, null).build() : visits.missing(refused);
    }
  }

  /** A page that asks for the password shows its form again; all else keeps what was written, to be put right. */
  private Response refused(String segment, Guest guest, CommentForm form, Problem refused) {
    return switch (refused.status()) {
      case 403 -> back(segment, form.image, null).build();
      case 400, 429 -> {
        String why = refused.errors().isEmpty() ? refused.getMessage() : complaint(refused);
        PageTalk.Draft draft = new PageTalk.Draft(refused.status(), text(form.name), text(form.text), why);
        yield visits.show(segment, guest, PageAsked.about(form.image), draft);
      }
      default -> visits.missing(refused);
    };
  }

  private static String complaint(Problem refused) {
    var wrong = refused.errors().getFirst();
    return (wrong.field().equals("name") ? "Your name " : "What you wrote ") + wrong.message() + ".";
  }

  private static Response.ResponseBuilder back(String segment, UUID image, String said) {
    String query = (image == null ? "" : "&image=" + image) + (said == null ? "" : "&said=" + said);
    return Response.status(303).header("Location", "/s/" + segment + (query.isEmpty() ? "" : "?" + query.substring(1)));
  }

  private static String text(String sent) {
    return Objects.requireNonNullElse(sent, "");
  }
}
