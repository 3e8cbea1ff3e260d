package pms.sharing.embed;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What another site is told about a link. Without the right to frame it there is no {@code html}, and the type is {@code link}.
 *
 * @see <a href="https://oembed.com/">oEmbed 1.0</a>
 */
record Oembed(
    String version,
    String type,
    String title,
    @JsonProperty("provider_name") String providerName,
    @JsonProperty("provider_url") String providerUrl,
    @JsonProperty("cache_age") int cacheAge,
    String html,
    Integer width,
    Integer height,
    @JsonProperty("thumbnail_url") String thumbnailUrl,
    @JsonProperty("thumbnail_width") Integer thumbnailWidth,
    @JsonProperty("thumbnail_height") Integer thumbnailHeight) {

  /** Seconds; what is revoked is to be forgotten soon. */
  private static final int CACHE_AGE = 300;

  static Oembed of(String title, String origin, Frame frame, Thumbnail thumbnail) {
    return new Oembed(
        "1.0",
        frame == null ? "link" : "rich",
        title,
        "PMS",
        origin,
        CACHE_AGE,
        frame == null ? null : frame.html(),
        frame == null ? null : frame.width(),
        frame == null ? null : frame.height(),
        thumbnail == null ? null : thumbnail.url(),
        thumbnail == null ? null : thumbnail.width(),
        thumbnail == null ? null : thumbnail.height());
  }

  record Frame(String html, int width, int height) {}

  record Thumbnail(String url, int width, int height) {}
}
