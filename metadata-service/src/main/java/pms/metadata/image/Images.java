package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import pms.contracts.MetadataChanged;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.metadata.extract.Listing;

/** What an owner does with the library. Somebody else's image is one that does not exist. */
@ApplicationScoped
class Images {

  private final Receipts receipts;
  private final Outbox outbox;
  private final Clock clock;

  Images(Receipts receipts, Outbox outbox, Clock clock) {
    this.receipts = receipts;
    this.outbox = outbox;
    this.clock = clock;
  }

  ImagePage library(String owner, Cursor before, PageLimit limit) {
    List<Image> images = read(() -> Image.library(owner, before, limit.count() + 1));
    return ImagePage.of(images, limit, image -> image.takenSort);
  }

  ImagePage trash(String owner, Cursor before, PageLimit limit) {
    List<Image> images = read(() -> Image.trash(owner, before, limit.count() + 1));
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
   * @param patch makes edits of what counts now
   */
  Image edit(ImageKey key, ExpectedRevision expected, Function<Words, Edits> patch) {
    Image known = get(key);
    return QuarkusTransaction.requiringNew().call(() -> {
      Image image = Image.lock(key);
      if (image.isPurged()) {
        throw Problem.notFound();
      }
      image.arrive(known.original());
      expected.check(image.revision);
      if (image.edit(patch.apply(image.words()))) {
        announce(image);
      }
      return image;
    });
  }

  private void announce(Image image) {
    outbox.publish(
        Topics.METADATA_EXTRACTED,
        new MetadataChanged(image.id, image.ownerId, image.revision, image.snapshot(), clock.instant()));
  }

  private static <T> T read(Callable<T> query) {
    return QuarkusTransaction.requiringNew().call(query);
  }
}
