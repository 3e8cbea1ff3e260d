package pms.sharing.grant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.LifecycleEvent;
import pms.sharing.access.Subjects;
import pms.sharing.audit.Action;
import pms.sharing.audit.Audit;
import pms.sharing.image.AccessChanges;
import pms.sharing.image.Images;
import pms.sharing.person.Label;
import pms.sharing.person.PersonMet;

/** What happens to grants without their giver: somebody comes whom they waited for, or the image goes. */
@ApplicationScoped
public class Grants {

  private final Images images;
  private final AccessChanges accessChanges;
  private final Audit audit;

  Grants(Images images, AccessChanges accessChanges, Audit audit) {
    this.images = images;
    this.accessChanges = accessChanges;
    this.audit = audit;
  }

  /** Nobody has a right to what is gone for good; the image is locked already. */
  @Transactional(TxType.MANDATORY)
  public void follow(LifecycleEvent event) {
    if (event instanceof ImagePurged) {
      List<ImageGrant> ended = ImageGrant.all(event.owner(), event.imageId());
      ended.forEach(ImageGrant::delete);
      if (!ended.isEmpty()) {
        accessChanges.due(event.owner(), List.of(event.imageId()));
      }
    }
  }

  /** Before the albums' invitations: images are locked before albums everywhere. */
  @Transactional(TxType.MANDATORY)
  void taken(@Observes @Priority(10) PersonMet person) {
    for (UUID image : ImageGrant.imagesAwaiting(person.labels())) {
      images.lock(image);
    }
    for (ImageGrant grant : ImageGrant.awaiting(person.labels())) {
      grant.subject = Subjects.user(person.id());
      audit.image(
          grant.ownerId, grant.imageId, person.known(Label.of(grant.label)), Action.INVITATION_TAKEN, grant.label, grant.level().text());
      accessChanges.due(grant.ownerId, List.of(grant.imageId));
    }
  }
}
