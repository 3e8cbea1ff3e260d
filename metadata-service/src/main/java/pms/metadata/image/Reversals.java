package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.metadata.category.CategoryRows;
import pms.metadata.history.FieldChange;
import pms.metadata.history.HistoryEntry;

/** Changes of the past as they are to be taken back now: a category is the same one, whatever it is called since. */
@ApplicationScoped
class Reversals {

  private final CategoryRows categories;

  Reversals(CategoryRows categories) {
    this.categories = categories;
  }

  /** In the order of the entries, by the id of the image. */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, List<Reversal>> of(String owner, List<HistoryEntry> entries) {
    Set<UUID> named =
        entries.stream().map(HistoryEntry::change).flatMap(change -> Stream.of(change.from(), change.to()).filter(Objects::nonNull))
            .collect(Collectors.toSet());
    Map<UUID, String> paths = named.isEmpty() ? Map.of() : categories.paths(owner, named);
    return entries.stream().collect(
        Collectors.groupingBy(
            HistoryEntry::image, LinkedHashMap::new, Collectors.mapping(entry -> reversal(entry.change(), paths), Collectors.toList())));
  }

  private static Reversal reversal(FieldChange change, Map<UUID, String> paths) {
    return new Reversal(change.named(paths));
  }
}
