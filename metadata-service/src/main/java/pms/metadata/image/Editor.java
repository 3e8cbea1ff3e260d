package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pms.contracts.MetadataChanged;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.metadata.category.CategoryPath;
import pms.metadata.category.CategoryRows;
import pms.metadata.category.Placed;
import pms.metadata.history.Author;
import pms.metadata.history.HistoryRows;

/** The one way in which somebody's word changes images: state, counters, history and announcement in one transaction. */
@ApplicationScoped
class Editor {

  private final CategoryRows categories;
  private final Books books;
  private final HistoryRows history;
  private final Outbox outbox;
  private final Clock clock;

  Editor(CategoryRows categories, Books books, HistoryRows history, Outbox outbox, Clock clock) {
    this.categories = categories;
    this.books = books;
    this.history = history;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Gives all that people say of an image once it is changed; a category as its path, and only where it changes. */
  interface Change {
    Edits of(Image image);
  }

  /**
   * @param images of one owner, locked in the order of their ids
   * @return those that changed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Image> edit(List<Image> images, Change change, Author author) {
    List<Image> changed = new ArrayList<>();
    List<HistoryRows.Kept> kept = new ArrayList<>();
    Map<String, Placed> places = new HashMap<>();
    for (Image image : images) {
      Words before = image.words();
      Edits earlier = image.edits();
      List<String> automatic = image.automatic();
      Edits next = change.of(image);
      if (image.become(next.withoutCategory(), place(image.ownerId, next.category(), places))) {
        changed.add(image);
        // Tags that follow from the change by themselves are no change of the tags.
        Words after = image.words().tagged(Words.of(image.facts(), automatic, image.edits()).tags());
        WordsDifference.between(before, after, earlier).forEach(field -> kept.add(new HistoryRows.Kept(image.id, field)));
      }
    }
    if (!changed.isEmpty()) {
      books.settle(changed);
      history.keep(changed.getFirst().ownerId, author, clock.instant().truncatedTo(ChronoUnit.MICROS), kept);
      changed.forEach(this::announce);
    }
    return changed;
  }

  /** Announces images anew that look otherwise through no edit of their own. */
  @Transactional(Transactional.TxType.MANDATORY)
  void announceAgain(List<Image> images) {
    for (Image image : images) {
      image.revision++;
      announce(image);
    }
  }

  private Edited<Placed> place(String owner, Edited<String> category, Map<String, Placed> places) {
    if (category == null || category.value() == null) {
      return category == null ? null : new Edited<>(null);
    }
    return new Edited<>(
        places.computeIfAbsent(category.value(), path -> categories.at(owner, CategoryPath.parse(path).orElseThrow())));
  }

  private void announce(Image image) {
    outbox.publish(
        Topics.METADATA_EXTRACTED,
        new MetadataChanged(image.id, image.ownerId, image.revision, Snapshots.of(image), clock.instant()));
  }
}
