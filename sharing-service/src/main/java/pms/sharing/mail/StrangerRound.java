package pms.sharing.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.sharing.link.LinkConfig;
import pms.sharing.person.People;

/**
 * Sends invitations to strangers: who invites, the album's title, where to see it once they have an account,
 * where to say that they want no more, and nothing else.
 */
@ApplicationScoped
class StrangerRound {

  private static final Logger LOG = Logger.getLogger(StrangerRound.class);
  private static final String SUBJECT = "An invitation to an album";
  private static final int LONGEST = 80;

  private final StrangerClaims claims;
  private final People people;
  private final Mailer mailer;
  private final MailConfig config;
  private final LinkConfig links;
  private final StopAddress stops;

  StrangerRound(
      StrangerClaims claims, People people, Mailer mailer, MailConfig config, LinkConfig links, StopAddress stops) {
    this.stops = stops;
    this.claims = claims;
    this.people = people;
    this.mailer = mailer;
    this.config = config;
    this.links = links;
  }

  /** Stops at the first mail that the server does not take. */
  @Scheduled(every = "${pms.mail.every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
  void send() {
    Optional<StrangerMail> due = claims.next();
    while (due.isPresent() && sent(due.get())) {
      due = claims.next();
    }
  }

  private boolean sent(StrangerMail due) {
    Optional<String> title = claims.title(due);
    if (title.isEmpty()) {
      return true;
    }
    if (config.host().isEmpty()) {
      LOG.infof("no SMTP server: a stranger is not told of album %s by mail", due.album());
      return true;
    }
    try {
      mailer.send(mail(due, title.get()));
      LOG.infof("a stranger was invited to album %s by mail", due.album());
      return true;
    } catch (RuntimeException refused) {
      LOG.warnf("mail for a stranger invited to album %s waits: %s", due.album(), refused.getClass().getSimpleName());
      claims.putBack(due);
      return false;
    }
  }

  private Mail mail(StrangerMail due, String title) {
    String name = people.displayNames(List.of(due.inviter())).getOrDefault(due.inviter(), "Somebody");
    String stop = stops.of(due.address());
    String text =
        harmless(name) + " invited you to the album \u201c" + harmless(title) + "\u201d.\n\n" + new FrontPage(links.origin()).album(due.album())
            + "\n\nNo more invitations to this address: " + stop + "\n";
    return new Mail()
        .addTo(due.address())
        .setSubject(SUBJECT)
        .setText(text)
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("List-Unsubscribe", "<" + stop + ">")
        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  /** Both were written by somebody whom the reader may not know: one short line, and nothing that a mail program makes a link of. */
  static String harmless(String text) {
    String line = MailText.plain(text).replaceAll("[:/@\\\\]+", " ").replaceAll("\\.(?=\\S)", ". ").replaceAll(" +", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST - 1))) + "\u2026";
  }
}
