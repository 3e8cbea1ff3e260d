package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.metadata.extract.Tags;
import pms.metadata.history.Author;
import pms.metadata.history.HistoryEntry;
import pms.metadata.history.HistoryRows;
import pms.metadata.history.HistoryView;
import pms.metadata.page.Limit;
import pms.metadata.page.Page;

/** What was changed of an image, and the way back. */
@ApplicationScoped
class Histories {

  private static final UUID LAST = new UUID(-1, -1);

  private final Images images;
  private final HistoryRows rows;
  private final Editor editor;
  private final Reversals reversals;

  Histories(Images images, HistoryRows rows, Editor editor, Reversals reversals) {
    this.images = images;
    this.rows = rows;
    this.editor = editor;
    this.reversals = reversals;
  }

  Page<HistoryView> list(ImageKey key, UUID before, Limit limit) {
    images.get(key);
    List<HistoryEntry> entries = rows.page(key.ownerId(), key.id(), before == null ? LAST : before, limit.count() + 1);
    return Page.of(entries, limit, HistoryView::of, entry -> entry.id().toString());
  }

  Image revert(ImageKey key, UUID entry, Author author) {
    return QuarkusTransaction.requiringNew().call(() -> {
      HistoryEntry past = rows.find(key.ownerId(), key.id(), entry).orElseThrow(Problem::notFound);
      Image image = ImageLocks.lock(key);
      Reversal reversal = reversals.of(key.ownerId(), List.of(past)).get(key.id()).getFirst();
      editor.edit(List.of(image), now -> taken(reversal, now), author);
      return image;
    });
  }

  private static Edits taken(Reversal reversal, Image image) {
    Edits edits = reversal.over(image.edits(), image);
    if (edits.hasTooManyTags(image.edits())) {
      throw Problem.conflict("too-many-tags", "The picture would have more than " + Tags.MOST + " tags; take others off first.");
    }
    return edits;
  }
}
