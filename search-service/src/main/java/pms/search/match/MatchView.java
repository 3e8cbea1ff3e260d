package pms.search.match;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * @param matches images that match any of the queries; those that are in neither list match none
 * @param behind images of which less is indexed than the asker has heard: ask again soon
 */
record MatchView(List<Match> matches, List<UUID> behind) {

  /**
   * @param time by which a library is ordered: of capture where known, else of upload
   * @param queries numbers of those it matches, from 0 in the order of the request
   */
  record Match(UUID id, LocalDateTime time, List<Integer> queries) {}
}
