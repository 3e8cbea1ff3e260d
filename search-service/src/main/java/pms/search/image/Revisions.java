package pms.search.image;

import pms.contracts.ImageAccessChanged;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.ThumbnailEvent;

/**
 * How far each topic was folded in, so that a replayed or late event changes nothing.
 *
 * @param version the image's version that {@code renditions} counts for
 */
public record Revisions(long facts, int version, long renditions, long lifecycle, long access) {

  static final Revisions NONE = new Revisions(-1, -1, -1, -1, -1);

  boolean isNewer(MetadataEvent event) {
    return event.revision() > facts;
  }

  boolean isNewer(ThumbnailEvent event) {
    return event.version() > version || event.version() == version && event.revision() > renditions;
  }

  boolean isNewer(LifecycleEvent event) {
    return event.revision() > lifecycle;
  }

  boolean isNewer(ImageAccessChanged event) {
    return event.revision() > access;
  }

  Revisions with(MetadataEvent event) {
    return new Revisions(event.revision(), version, renditions, lifecycle, access);
  }

  Revisions with(ThumbnailEvent event) {
    return new Revisions(facts, event.version(), event.revision(), lifecycle, access);
  }

  Revisions with(LifecycleEvent event) {
    return new Revisions(facts, version, renditions, event.revision(), access);
  }

  Revisions with(ImageAccessChanged event) {
    return new Revisions(facts, version, renditions, lifecycle, event.revision());
  }
}
