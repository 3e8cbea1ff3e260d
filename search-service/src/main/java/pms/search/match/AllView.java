package pms.search.match;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** @param next to go on after; null at the end */
record AllView(List<Item> items, UUID next) {

  record Item(UUID id, LocalDateTime time) {}
}
