package pms.upload.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.upload.body.IncomingFile;
import pms.upload.body.IncomingForm;
import pms.upload.body.Incomplete;
import pms.upload.body.Pace;
import pms.upload.image.Intake;
import pms.upload.image.Taken;
import pms.upload.image.Turns;

/**
 * Takes pictures of guests in: the link is asked about before the first byte and again after the last, the bytes go the same
 * way as everybody's, and what comes of it is a place in the queue. Nobody hears of it.
 */
@ApplicationScoped
class GuestUploads {

  private static final Logger LOG = Logger.getLogger(GuestUploads.class);

  private final LinkGate gate;
  private final Turns turns;
  private final Intake intake;
  private final GuestPictures pictures;
  private final Clock clock;

  GuestUploads(LinkGate gate, Turns turns, Intake intake, GuestPictures pictures, Clock clock) {
    this.gate = gate;
    this.turns = turns;
    this.intake = intake;
    this.pictures = pictures;
    this.clock = clock;
  }

  /** Where the files come from: reading has to wait for its turn. */
  interface Source {
    IncomingForm open(Pace pace) throws IOException;
  }

  /** One picture. @param name what the guest called themselves outside the form; null when nothing */
  GuestReceipt receive(GuestSender sender, String name, Source source) throws Exception {
    GuestPermit permit = gate.enter(sender);
    return turns.takeAsGuest(() -> {
      try {
        IncomingForm form = source.open(intake.pace());
        IncomingFile file = form.one();
        return receive(sender, permit, form.field("name").orElse(name), file);
      } catch (IOException cut) {
        throw Incomplete.of(cut, 0);
      }
    });
  }

  /** As many as the form has; ends at the first refusal that the next one would meet, too. */
  FormOutcome receiveAll(GuestSender sender, Source source) throws Exception {
    GuestPermit permit = gate.enter(sender);
    return turns.takeAsGuest(() -> {
      FormOutcome outcome = new FormOutcome();
      try {
        IncomingForm form = source.open(intake.pace());
        while (outcome.goesOn()) {
          outcome.note(() -> receiveNext(sender, outcome.isEmpty() ? permit : null, form));
        }
      } catch (IOException cut) {
        throw Incomplete.of(cut, 0);
      }
      return outcome;
    });
  }

  /** @return false when there is no further file */
  private boolean receiveNext(GuestSender sender, GuestPermit known, IncomingForm form) throws IOException {
    Optional<IncomingFile> file = form.next();
    if (file.isEmpty()) {
      return false;
    }
    GuestPermit permit = known == null ? gate.enter(sender) : known;
    receive(sender, permit, form.field("name").orElse(null), file.get());
    return true;
  }

  private GuestReceipt receive(GuestSender sender, GuestPermit permit, String name, IncomingFile file) throws IOException {
    String guest = GuestName.of(name).map(GuestName::text).orElse(null);
    Taken taken = intake.take(permit.owner(), pictures.room(permit), file);
    boolean fresh;
    try {
      gate.leave(sender);
      fresh = pictures.enqueue(permit, GuestPicture.of(permit, guest, taken, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    } catch (Problem | PersistenceException refused) {
      intake.discard(taken);
      throw refused;
    }
    if (fresh) {
      LOG.infof("guest picture %s came by link %s, %s, %d bytes", taken.id(), permit.link(), taken.type(), taken.bytes());
    } else {
      intake.discard(taken);
    }
    return GuestReceipt.of(taken);
  }
}
