package pms.sharing.smart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import pms.sharing.view.PictureChanged;

/** Notes what changed, in the transaction in which it was learned. */
@ApplicationScoped
class ChangedPictures {

  private final Looks looks;

  ChangedPictures(Looks looks) {
    this.looks = looks;
  }

  void on(@Observes PictureChanged changed) {
    looks.note(changed.owner(), changed.image());
  }
}
