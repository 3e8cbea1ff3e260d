package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.Seals;
import pms.sharing.link.UnlockTries;
import pms.sharing.page.Cursor;

/** A visit with a browser: the same gate as for programs, and refusals that people can read. */
@ApplicationScoped
public class PageVisits {

  private final Gate gate;
  private final Seals seals;
  private final PassCookies cookies;
  private final Galleries galleries;
  private final PageAnswers answers;
  private final UnlockTries tries;

  PageVisits(
      Gate gate, Seals seals, PassCookies cookies, Galleries galleries, PageAnswers answers, UnlockTries tries) {
    this.gate = gate;
    this.seals = seals;
    this.cookies = cookies;
    this.galleries = galleries;
    this.answers = answers;
    this.tries = tries;
  }

  Response show(String segment, Guest guest, PageAsked asked) {
    return show(segment, guest, asked, null);
  }

  /** @param refused what a guest wanted to say, to be put right; null for nothing */
  public Response show(String segment, Guest guest, PageAsked asked, PageTalk.Draft refused) {
    try {
      OpenLink link = gate.find(segment, guest);
      if (link.hasPassword() && !gate.hasPass(link, guest)) {
        return locked(link, segment, 200, null);
      }
      Cursor.parse(asked.after);
      Cursor.parse(asked.albums);
      Cursor.parse(asked.talk);
      return galleries.show(gate.visit(segment, guest), segment, guest, asked, refused);
    } catch (Problem problem) {
      return missing(problem);
    }
  }

  /** Ends in the page itself, by an address that can be loaded again without sending the password again. */
  Response unlock(String segment, Guest guest, String password) {
    try {
      String pass = seals.pass(gate.unlock(segment, guest, password));
      return Response.status(303).header("Location", "/s/" + segment).cookie(cookies.of(segment, pass)).build();
    } catch (Problem problem) {
      return switch (problem.status()) {
        case 403 -> locked(gate.find(segment, guest), segment, 403, "That is not the password.");
        case 429 -> tooMany(segment, guest);
        default -> missing(problem);
      };
    }
  }

  private Response locked(OpenLink link, String segment, int status, String complaint) {
    return answers
        .page(status, nonce -> PublicPages.locked(PageHead.locked(link, segment, galleries.origin(), nonce), complaint))
        .build();
  }

  private Response tooMany(String segment, Guest guest) {
    Response page = locked(gate.find(segment, guest), segment, 429, "Too many wrong passwords. Try again later.");
    return Response.fromResponse(page).header("Retry-After", tries.pause().toSeconds()).build();
  }

  /** One and the same page for all that is not, or not any more. */
  public Response missing(Problem problem) {
    if (problem.status() != 404 && problem.status() != 400) {
      throw problem;
    }
    return answers.page(problem.status(), PublicPages::missing).build();
  }
}
