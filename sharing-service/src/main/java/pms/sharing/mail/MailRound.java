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

/** Sends what was collected, one mail a person. */
@ApplicationScoped
class MailRound {

  private static final Logger LOG = Logger.getLogger(MailRound.class);
  private static final String SUBJECT = "News from your albums";
  private static final int MOST_LINES = 50;

  private final MailClaims claims;
  private final MailText text;
  private final People people;
  private final Mailer mailer;
  private final MailConfig config;
  private final LinkConfig links;

  MailRound(MailClaims claims, MailText text, People people, Mailer mailer, MailConfig config, LinkConfig links) {
    this.claims = claims;
    this.text = text;
    this.people = people;
    this.mailer = mailer;
    this.config = config;
    this.links = links;
  }

  /** Stops at the first mail that the server does not take: it would take none of the others either. */
  @Scheduled(every = "${pms.mail.every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
  void send() {
    List<DueMail> due = claims.next();
    while (!due.isEmpty() && sent(due.getFirst().person(), due)) {
      due = claims.next();
    }
  }

  private boolean sent(String person, List<DueMail> due) {
    List<MailText.Line> lines = text.lines(person, due);
    Optional<String> address = people.mail(person);
    if (lines.isEmpty() || address.isEmpty()) {
      return true;
    }
    if (config.host().isEmpty()) {
      LOG.infof("no SMTP server: %s is not told of %d things by mail", person, lines.size());
      return true;
    }
    try {
      mailer.send(mail(address.get(), lines));
      LOG.infof("%s was told of %d things by mail", person, lines.size());
      return true;
    } catch (RuntimeException refused) {
      LOG.warnf("mail for %s waits: %s", person, refused.getClass().getSimpleName());
      claims.putBack(due);
      return false;
    }
  }

  private Mail mail(String address, List<MailText.Line> lines) {
    List<MailText.Line> shown = lines.subList(0, Math.min(lines.size(), MOST_LINES));
    int more = lines.size() - shown.size();
    return new Mail()
        .addTo(address)
        .setSubject(SUBJECT)
        .setText(MailTemplates.text(shown, more, links.origin()).render())
        .setHtml(MailTemplates.page(shown, more, links.origin()).render())
        .addHeader("Auto-Submitted", "auto-generated");
  }
}
