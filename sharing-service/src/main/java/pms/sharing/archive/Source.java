package pms.sharing.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.page.Cursor;
import pms.sharing.publicpage.KeptFile;

/** Where an archive's pictures come from, and who decides, at each one anew, whether it may still have them. */
interface Source {

  /** The pictures of an album in their order. */
  List<Item> page(ArchivedAlbum album, Cursor after, int rows);

  /**
   * Empty for a picture that is gone or may not be had.
   *
   * @throws Ended when nothing more may be had
   */
  Optional<KeptFile> open(Item item) throws Ended;

  /** @param name to tell of when it is left out */
  record Item(UUID image, String owner, String name, Cursor cursor) {}

  /** The right to the whole was taken away meanwhile. */
  final class Ended extends Exception {

    private static final long serialVersionUID = 1;

    Ended() {
      super("access ended", null, false, false);
    }
  }
}
