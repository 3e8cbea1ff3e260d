package pms.gateway.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.AlbumNews;
import pms.contracts.GrantRevoked;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImageEvent;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;
import pms.contracts.MetadataEvent;
import pms.contracts.OriginalReplaced;
import pms.contracts.PmsEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;

/**
 * What open pages are told: which thing changed and how, enough to redraw a tile; all else is for them to fetch. Of others'
 * things ids only, so that nothing of a picture is told to somebody who may not see it any more.
 *
 * @param type short name of the event, such as {@code ThumbnailsReady}; {@code AlbumShared} and {@code AlbumLost} for who was let
 *     into an album or put out of it, {@code ImageLost} for who lost a single picture
 * @param news of an album: {@code changed}, {@code pictures-changed}, {@code commented} or {@code reacted}
 * @param images of an album that the news is about; none when it is about the album or about too many
 * @param state {@code processing} or {@code failed}, where the event says so
 * @param width pixels, upright
 * @param height pixels, upright
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    String type,
    Instant at,
    @JsonIgnore Audience audience,
    UUID imageId,
    UUID albumId,
    String news,
    List<UUID> images,
    Integer version,
    String state,
    String reason,
    String thumbhash,
    Integer width,
    Integer height) {

  static Change of(PmsEvent event, Instant at) {
    return switch (event) {
      case ImageUploaded e -> image(e, at, null, "processing", null);
      case OriginalReplaced e -> image(e, at, null, null, null);
      case ThumbnailsReady e -> shown(image(e, at, e.version(), null, null), e.thumbhash(), e.width(), e.height());
      case ThumbnailsFailed e -> image(e, at, e.version(), "failed", e.reason());
      case VersionCreated e -> e.width() == 0 ? image(e, at, e.version(), null, null) : shown(image(e, at, e.version(), null, null), null, e.width(), e.height());
      case VersionReverted e -> shown(image(e, at, e.version(), null, null), null, e.width(), e.height());
      case LifecycleEvent e -> image(e, at, null, null, null);
      case MetadataEvent e -> image(e, at, null, null, null);
      case ImageAccessChanged e -> bare(nameOf(e), at, Audience.granted(e.owner(), e.viewers()), e.imageId(), null);
      case GrantRevoked e -> bare("ImageLost", at, Audience.revoked(e.subject()), e.imageId(), null);
      case AlbumChanged e -> album(e, at);
      case AlbumDeleted e -> bare(nameOf(e), at, Audience.deleted(e.owner(), e.viewers()), null, e.albumId());
    };
  }

  /** As somebody is told who proves to be these; empty for who has nothing to do with it. */
  Optional<Change> toldTo(Set<String> subjects) {
    if (audience.putsOut(subjects)) {
      return Optional.of(bare(albumId == null ? "ImageLost" : "AlbumLost", at, audience, imageId, albumId));
    }
    if (!audience.tells(subjects)) {
      return Optional.empty();
    }
    return Optional.of(audience.isNewTo(subjects) ? bare("AlbumShared", at, audience, imageId, albumId) : this);
  }

  boolean isAboutTheSameAs(Change other) {
    return albumId != null ? albumId.equals(other.albumId) : other.albumId == null && imageId.equals(other.imageId);
  }

  private static Change image(ImageEvent event, Instant at, Integer version, String state, String reason) {
    Audience owner = Audience.owner(event.owner());
    return new Change(
        nameOf(event), at, owner, event.imageId(), null, null, null, version, state, reason, null, null, null);
  }

  private static Change album(AlbumChanged event, Instant at) {
    AlbumNews news = event.news();
    Audience audience = Audience.album(event.owner(), event.viewers(), news);
    String kind = news == null ? null : news.kind();
    List<UUID> images = news == null || news.images().isEmpty() ? null : news.images();
    return new Change(
        nameOf(event), at, audience, null, event.albumId(), kind, images, null, null, null, null, null, null);
  }

  private static Change bare(String type, Instant at, Audience audience, UUID image, UUID album) {
    return new Change(type, at, audience, image, album, null, null, null, null, null, null, null, null);
  }

  private static Change shown(Change change, String thumbhash, int width, int height) {
    return new Change(
        change.type, change.at, change.audience, change.imageId, null, null, null,
        change.version, null, null, thumbhash, width, height);
  }

  private static String nameOf(Object event) {
    return event.getClass().getSimpleName();
  }
}
