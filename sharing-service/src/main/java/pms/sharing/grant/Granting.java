package pms.sharing.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.sharing.access.Level;
import pms.sharing.access.Subjects;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.image.AccessChanges;
import pms.sharing.image.Images;
import pms.sharing.mail.MailKind;
import pms.sharing.mail.Mails;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Label;
import pms.sharing.person.People;

/** An image's owner, and nobody else, gives rights to it and takes them back. */
@ApplicationScoped
class Granting {

  private static final int MOST = 1_000;

  private final Images images;
  private final People people;
  private final AccessChanges accessChanges;
  private final Audit audit;
  private final Mails mails;
  private final Outbox outbox;
  private final Clock clock;

  Granting(
      Images images,
      People people,
      AccessChanges accessChanges,
      Audit audit,
      Mails mails,
      Outbox outbox,
      Clock clock) {
    this.images = images;
    this.people = people;
    this.accessChanges = accessChanges;
    this.audit = audit;
    this.mails = mails;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  Page<GrantView> list(Subjects caller, UUID image, Cursor after, Limit limit) {
    if (!images.isOwner(caller.id(), image)) {
      throw Problem.notFound();
    }
    List<ImageGrant> grants = ImageGrant.page(caller.id(), image, after, limit.andOneMore());
    Map<String, String> names = names(grants);
    return Page.of(grants, limit.rows(), grant -> GrantView.of(grant, names), ImageGrant::cursor);
  }

  /** Another right for the same subject is another grant: what was handed out under the one before stops working. */
  @Transactional
  Given give(Subjects caller, UUID image, Label label, Level level) {
    Optional<String> subject = people.subject(label);
    requireOwn(caller, image);
    if (subject.equals(Optional.of(Subjects.user(caller.id())))) {
      throw GrantRequest.yourself();
    }
    Optional<ImageGrant> before = ImageGrant.of(caller.id(), image, label);
    if (before.isPresent() && before.get().level() == level) {
      return new Given(view(before.get()), false);
    }
    before.ifPresent(this::end);
    ImageGrant grant = create(caller, image, label, subject, level);
    if (before.isEmpty()) {
      mails.ofImage(MailKind.INVITATIONS, subject.stream().toList(), caller.id(), image);
    }
    return new Given(view(grant), before.isEmpty());
  }

  @Transactional
  void revoke(Subjects caller, UUID image, UUID id) {
    requireOwn(caller, image);
    ImageGrant grant = ImageGrant.of(new ImageGrantKey(caller.id(), image, id)).orElseThrow(Problem::notFound);
    end(grant);
    audit.image(caller.id(), image, caller.id(), Action.GRANT_REVOKED, grant.label, null);
    accessChanges.due(caller.id(), List.of(image));
  }

  private void requireOwn(Subjects caller, UUID image) {
    if (!images.lockOwn(caller.id(), image)) {
      throw Problem.notFound();
    }
  }

  private void end(ImageGrant grant) {
    grant.delete();
    ImageGrant.flush();
    outbox.publish(Topics.ACCESS_CHANGED, grant.revoked(clock.instant()));
  }

  private ImageGrant create(Subjects caller, UUID image, Label label, Optional<String> subject, Level level) {
    if (ImageGrant.count(caller.id(), image) >= MOST) {
      throw Problem.conflict("too-many-grants", "An image has at most " + MOST + " grants; give it to a group.");
    }
    ImageGrant grant = ImageGrant.create(caller.id(), image, label, subject.orElse(null), level, clock.instant());
    audit.image(caller.id(), image, caller.id(), Action.GRANTED, grant.label, level.text());
    accessChanges.due(caller.id(), List.of(image));
    return grant;
  }

  private GrantView view(ImageGrant grant) {
    return GrantView.of(grant, names(List.of(grant)));
  }

  private Map<String, String> names(List<ImageGrant> grants) {
    return people.displayNames(grants.stream().map(ImageGrant::userId).flatMap(Optional::stream).distinct().toList());
  }

  /** @param fresh false when the subject had a right before */
  record Given(GrantView grant, boolean fresh) {}
}
