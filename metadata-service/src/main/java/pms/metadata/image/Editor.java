package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.contracts.MetadataChanged;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.metadata.category.CategoryPath;
import pms.metadata.category.CategoryRows;
import pms.metadata.category.Placed;
import pms.metadata.history.Author;
import pms.metadata.history.FieldChange;
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
    Map<Image, List<FieldChange>> changed = new LinkedHashMap<>();
    Map<String, Placed> places = new HashMap<>();
    for (Image image : images) {
      Words before = image.words();
      Edits earlier = image.edits();
      UUID category = image.categoryId;
      List<String> automatic = image.automatic();
      Edits next = change.of(image);
      if (image.become(next.withoutCategory(), place(image.ownerId, next.category(), places))) {
        // Tags that follow from the change by themselves are no change of the tags.
        Words after = image.words().tagged(Words.of(image.facts(), automatic, image.edits()).tags());
        changed.put(
            image, WordsDifference.between(before, after, earlier).stream().map(field -> field.between(category, image.categoryId)).toList());
      }
    }
    if (!changed.isEmpty()) {
      books.settle(List.copyOf(changed.keySet()));
      keep(changed, author);
      changed.forEach((image, fields) -> announce(image, author.id(), fields.stream().map(FieldChange::field).toList()));
    }
    return List.copyOf(changed.keySet());
  }

  /**
   * Announces images anew that look otherwise through no edit of their own.
   *
   * @param author id of whose doing that is; null for the system's
   * @param field that looks otherwise
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void announceAgain(List<Image> images, String author, String field) {
    for (Image image : images) {
      image.revision++;
      announce(image, author, List.of(field));
    }
  }

  private void keep(Map<Image, List<FieldChange>> changed, Author author) {
    List<HistoryRows.Kept> kept = new ArrayList<>();
    changed.forEach((image, fields) -> fields.forEach(field -> kept.add(new HistoryRows.Kept(image.id, field))));
    String owner = changed.keySet().iterator().next().ownerId;
    history.keep(owner, author, clock.instant().truncatedTo(ChronoUnit.MICROS), kept);
  }

  private Edited<Placed> place(String owner, Edited<String> category, Map<String, Placed> places) {
    if (category == null || category.value() == null) {
      return category == null ? null : new Edited<>(null);
    }
    return new Edited<>(
        places.computeIfAbsent(category.value(), path -> categories.at(owner, CategoryPath.parse(path).orElseThrow())));
  }

  private void announce(Image image, String author, List<String> fields) {
    outbox.publish(
        Topics.METADATA_EXTRACTED,
        new MetadataChanged(image.id, image.ownerId, image.revision, Snapshots.of(image), clock.instant(), author, fields));
  }
}
