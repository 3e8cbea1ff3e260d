package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import pms.kit.problem.Problem;
import pms.metadata.extract.Listing;
import pms.metadata.history.Author;

/** What an owner does with the library. Somebody else's image is one that does not exist. */
@ApplicationScoped
class Images {

  private final Receipts receipts;
  private final Editor editor;

  Images(Receipts receipts, Editor editor) {
    this.receipts = receipts;
    this.editor = editor;
  }

  ImagePage library(String owner, Cursor before, PageLimit limit) {
    List<Image> images = read(() -> ImageLists.library(owner, before, limit.count() + 1));
    return ImagePage.of(images, limit, image -> image.takenSort);
  }

  ImagePage trash(String owner, Cursor before, PageLimit limit) {
    List<Image> images = read(() -> ImageLists.trash(owner, before, limit.count() + 1));
    return ImagePage.of(images, limit, image -> image.trashedAt);
  }

  /** Also an image that was just acknowledged and whose event is still on its way: nothing is stored then. */
  Image get(ImageKey key) {
    Image image = read(() -> Image.find(key)).orElseGet(() -> Image.of(key));
    if (image.isPurged()) {
      throw Problem.notFound();
    }
    if (!image.hasArrived()) {
      image.arrive(receipts.of(key.id()));
    }
    return image;
  }

  /** Everything found in the file; empty until it was read. */
  Listing listing(ImageKey key) {
    get(key);
    return read(() -> FileListing.of(key)).map(row -> row.listing).orElseGet(() -> Listing.empty(List.of()));
  }

  /**
   * Changes what is said about an image.
   *
   * @param expected the revision the caller has read, if that matters to it
   */
  Image edit(ImageKey key, ExpectedRevision expected, Editor.Change change, Author author) {
    Image known = get(key);
    return QuarkusTransaction.requiringNew().call(() -> {
      Image image = ImageLocks.lock(key);
      if (image.isPurged()) {
        throw Problem.notFound();
      }
      image.arrive(known.original());
      expected.check(image.revision);
      editor.edit(List.of(image), change, author);
      return image;
    });
  }

  private static <T> T read(Callable<T> query) {
    return QuarkusTransaction.requiringNew().call(query);
  }
}
