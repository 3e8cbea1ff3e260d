package pms.gateway.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import pms.contracts.AccessEvent;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.ImageEvent;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;

/**
 * What the owner's open pages are told: which thing changed and how, enough to redraw a tile; all else is for them to fetch.
 *
 * @param type short name of the event, such as {@code ThumbnailsReady}
 * @param state {@code processing} or {@code failed}, where the event says so
 * @param width pixels, upright
 * @param height pixels, upright
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    String type,
    Instant at,
    @JsonIgnore String owner,
    UUID imageId,
    UUID albumId,
    Integer version,
    String state,
    String reason,
    String thumbhash,
    Integer width,
    Integer height) {

  static Change of(PmsEvent event, Instant at) {
    return switch (event) {
      case ImageUploaded e -> image(e, at, null, "processing", null);
      case ThumbnailsReady e -> shown(image(e, at, e.version(), null, null), e.thumbhash(), e.width(), e.height());
      case ThumbnailsFailed e -> image(e, at, e.version(), "failed", e.reason());
      case VersionCreated e -> shown(image(e, at, e.version(), null, null), null, e.width(), e.height());
      case VersionReverted e -> shown(image(e, at, e.version(), null, null), null, e.width(), e.height());
      case LifecycleEvent e -> image(e, at, null, null, null);
      case MetadataEvent e -> image(e, at, null, null, null);
      case AccessEvent e -> image(e, at, null, null, null);
      case AlbumChanged e -> album(e, at, e.albumId());
      case AlbumDeleted e -> album(e, at, e.albumId());
    };
  }

  private static Change image(ImageEvent event, Instant at, Integer version, String state, String reason) {
    return new Change(
        nameOf(event), at, event.owner(), event.imageId(), null, version, state, reason, null, null, null);
  }

  private static Change album(PmsEvent event, Instant at, UUID id) {
    return new Change(nameOf(event), at, event.owner(), null, id, null, null, null, null, null, null);
  }

  private static Change shown(Change change, String thumbhash, int width, int height) {
    return new Change(
        change.type,
        change.at,
        change.owner,
        change.imageId,
        null,
        change.version,
        null,
        null,
        thumbhash,
        width,
        height);
  }

  private static String nameOf(Object event) {
    return event.getClass().getSimpleName();
  }
}
