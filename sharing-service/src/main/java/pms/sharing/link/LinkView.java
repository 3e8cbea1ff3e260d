package pms.sharing.link;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A link as its owner sees it.
 *
 * @param url only in the answer that made it: nobody can tell it a second time
 */
record LinkView(
    UUID id,
    UUID album,
    UUID image,
    String url,
    String slug,
    Instant expiresAt,
    boolean hasPassword,
    Long viewLimit,
    boolean allowDownload,
    boolean showMetadata,
    boolean allowComments,
    boolean allowUpload,
    String watermark,
    List<String> embedOrigins,
    long views,
    long downloads,
    String createdBy,
    Instant createdAt,
    @JsonIgnore long revision) {

  static LinkView of(Link link) {
    return of(link, null);
  }

  static LinkView of(Link link, String url) {
    return new LinkView(
        link.id,
        link.albumId,
        link.imageId,
        url,
        link.slug,
        link.expiresAt,
        link.hasPassword(),
        link.viewLimit,
        link.allowDownload,
        link.showMetadata,
        link.allowComments,
        link.allowUpload,
        link.watermark,
        Arrays.stream(link.embedOrigins.split(" ")).filter(origin -> !origin.isEmpty()).toList(),
        link.views,
        link.downloads,
        link.createdBy,
        link.createdAt,
        link.revision);
  }
}
