package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.access.Accesses;
import pms.kit.access.Right;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** Finds what a caller may see; all else was never there. */
@ApplicationScoped
public class Pictures {

  private final Accesses accesses;

  Pictures(Accesses accesses) {
    this.accesses = accesses;
  }

  /** Owners see theirs in the trash too; others need the sharing service's yes. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Picture visible(UUID id, Caller caller) {
    return allowed(id, caller, Right.VIEW);
  }

  /** With its history, which is its owner's and editors'. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Picture editable(UUID id, Caller caller) {
    return allowed(id, caller, Right.EDIT);
  }

  /** With files to keep of what is shown. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Picture downloadable(UUID id, Caller caller) {
    return allowed(id, caller, Right.DOWNLOAD);
  }

  /** With its original: what an edit has cut off stays off for all but its owner and editors. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Picture withOriginal(UUID id, Caller caller) {
    Picture picture = allowed(id, caller, Right.DOWNLOAD);
    if (isEdited(picture) && !mayEdit(picture, caller)) {
      throw Problem.notFound();
    }
    return picture;
  }

  /**
   * The version that a request means.
   *
   * @param wanted null for the newest whose thumbnails are ready; for the current one where one since then has failed, and what
   *     was before that is not the caller's to see
   * @throws Problem 404 if there is no such version, or it is history, and that not the caller's to see
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public int version(Picture picture, Integer wanted, Caller caller) {
    int shown = shown(picture, caller);
    if (wanted == null) {
      return Math.max(1, shown);
    }
    boolean present = wanted == picture.current() || wanted == shown;
    if (wanted > picture.current() || !present && !mayEdit(picture, caller)) {
      throw Problem.notFound();
    }
    return wanted;
  }

  /**
   * One size in all its formats; what is rendered once more is still shown as it was.
   *
   * @throws Problem 404 that says whether they are still to come
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<StoredFile> renditions(Picture picture, int version, String size) {
    List<StoredFile> files =
        StoredRendition.of(picture.key(), version, size).stream().map(StoredRendition::file).toList();
    if (!files.isEmpty()) {
      return files;
    }
    Version missing = Version.of(picture.key(), version).orElseThrow(Problem::notFound);
    throw switch (missing.state) {
      case FAILED -> Problem.of(404, "thumbnail-failed", "No thumbnail", missing.reason);
      case PROCESSING -> new NotReady();
      case READY -> Problem.notFound();
    };
  }

  /**
   * For the running transaction: nobody else changes the image meanwhile.
   *
   * @throws Problem 404 if it is purged
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(Picture picture) {
    Image.lock(picture.key()).filter(Image::isThere).orElseThrow(Problem::notFound);
  }

  /** What came before a version that cannot be rendered may have been cut away for a reason. */
  private int shown(Picture picture, Caller caller) {
    boolean hidden = picture.shown() < picture.current()
        && Version.failedAfter(picture.key(), picture.shown())
        && !mayEdit(picture, caller);
    return hidden ? picture.current() : picture.shown();
  }

  /** Of what is not the caller's own the sharing service is asked even if it never was: a no takes as long either way. */
  private Picture allowed(UUID id, Caller caller, Right right) {
    Optional<Picture> picture = Image.of(id).filter(Image::isThere).map(Picture::of);
    boolean own = picture.filter(found -> found.owner().equals(caller.id())).isPresent();
    boolean may = own || accesses.may(caller, id, right);
    return picture.filter(found -> own || may && !found.trashed()).orElseThrow(Problem::notFound);
  }

  /** Number of a version that is the original as it is: the current one where possible, since not everybody has the others. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public int bare(Picture picture) {
    return isEdited(picture) ? picture.root() : picture.current();
  }

  private static boolean isEdited(Picture picture) {
    return picture.current() > 1
        && Version.of(picture.key(), picture.current()).map(version -> !version.recipe().isNothing()).orElse(false);
  }

  private boolean mayEdit(Picture picture, Caller caller) {
    return picture.owner().equals(caller.id()) || accesses.may(caller, picture.id(), Right.EDIT);
  }

  /** Its thumbnails are being made: ask again soon. */
  public static final class NotReady extends Problem {

    static final String TYPE = "thumbnail-not-ready";

    public NotReady() {
      super(404, TYPE, "Thumbnail not ready", "The thumbnails are being made; ask again in a second.", List.of());
    }
  }
}
