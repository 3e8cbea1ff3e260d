package pms.search.match;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import pms.search.image.Lifecycle;
import pms.search.image.Revisions;

/**
 * What the searched state of the index says of an image: by its own revisions it is known which events are in the answer.
 *
 * @param found null until the upload was heard of
 */
record Indexed(UUID id, boolean visible, Lifecycle lifecycle, Revisions revisions, Found found) {

  static final List<String> FIELDS = List.of("id", "visible", "lifecycle", "revisions", "found.time");

  record Found(LocalDateTime time) {}

  /** Whether the asker has heard of something that is not indexed yet; of a purged image nothing else is to come. */
  boolean isBehind(MatchRequest.Told told) {
    return lifecycle != Lifecycle.PURGED
        && (told.uploaded() && found == null
            || told.facts() != null && revisions.facts() < told.facts()
            || told.lifecycle() != null && revisions.lifecycle() < told.lifecycle()
            || told.version() != null && isRenderedBefore(told));
  }

  private boolean isRenderedBefore(MatchRequest.Told told) {
    long renditions = told.renditions() == null ? 0 : told.renditions();
    return revisions.version() < told.version()
        || revisions.version() == told.version() && revisions.renditions() < renditions;
  }
}
