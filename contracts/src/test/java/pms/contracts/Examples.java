package pms.contracts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One example of every event; their JSON is pinned in golden files. */
final class Examples {

  private static final UUID IMAGE = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID ALBUM = UUID.fromString("0190a000-0000-7000-8000-0000000000a1");
  private static final UUID FILE = UUID.fromString("0190a000-0000-7000-8000-0000000000f2");
  private static final String OWNER = "5f0c3c6e-0000-4000-8000-00000000a11c";
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  static final Map<Topic<?>, List<PmsEvent>> ALL =
      Map.of(
          Topics.IMAGE_UPLOADED,
          List.of(uploaded(), new OriginalReplaced(IMAGE, OWNER, 2, 2, List.of(uploaded().file(), better()), AT, AT)),
          Topics.IMAGE_DELETED,
          List.of(
              new ImageTrashed(IMAGE, OWNER, 2, AT),
              new ImageRestored(IMAGE, OWNER, 3, AT),
              new ImagePurged(IMAGE, OWNER, 4, AT)),
          Topics.METADATA_EXTRACTED,
          List.of(
              new MetadataExtracted(IMAGE, OWNER, 1, metadata(), AT),
              new MetadataChanged(IMAGE, OWNER, 2, metadata(), AT, OWNER, List.of("title", "tags"))),
          Topics.THUMBNAIL_READY,
          List.of(
              new ThumbnailsReady(IMAGE, OWNER, 1, 1, List.of(small()), 3000, 4000, "1QcSHQRnh493V4dIh4eXh1h4kJUI", "c3d1a5e19687b4f0", 1, AT),
              new ThumbnailsFailed(IMAGE, OWNER, 1, 2, "The file ends too early.", AT)),
          Topics.IMAGE_EDITED,
          List.of(
              new VersionCreated(IMAGE, OWNER, 2, 1, 1500, 1000, OWNER, 2, 2, AT),
              new VersionReverted(IMAGE, OWNER, 3, 1, 3000, 4000, OWNER, 1, 2, AT)),
          Topics.ALBUM_CHANGED,
          List.of(
              new AlbumChanged(ALBUM, OWNER, 7, "Summer", "At the lake", IMAGE, 12, List.of("user:" + OWNER), AT,
                  new AlbumNews("pictures-changed", List.of("user:" + OWNER), List.of("group:family"), List.of(IMAGE))),
              new AlbumDeleted(ALBUM, OWNER, 8, AT, List.of("user:" + OWNER))),
          Topics.ACCESS_CHANGED,
          List.of(
              new ImageAccessChanged(IMAGE, OWNER, 3, List.of(ALBUM), List.of("group:family"), AT),
              new GrantRevoked(IMAGE, OWNER, ALBUM, AT, "group:family")));

  private static ImageUploaded uploaded() {
    return new ImageUploaded(
        IMAGE,
        OWNER,
        "Zürichsee.jpg",
        "image/jpeg",
        4_194_304,
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ObjectKeys.original(OWNER, IMAGE),
        4000,
        3000,
        AT);
  }

  private static OriginalFile better() {
    return new OriginalFile(
        2,
        "Zürichsee.png",
        "image/png",
        8_388_608,
        "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        ObjectKeys.replacement(OWNER, IMAGE, FILE),
        null,
        null,
        AT);
  }

  private static ImageMetadata metadata() {
    return new ImageMetadata(
        3000,
        4000,
        6,
        new TakenAt(LocalDateTime.parse("2008-05-30T15:56:01"), "+02:00", Instant.parse("2008-05-30T13:56:01Z"), "exif"),
        new Camera("Canon", "EOS 40D", "EF-S 17-85mm f/4-5.6 IS USM"),
        new Exposure(100, 0.00625, 7.1, 135.0, 216.0, false),
        new Location(47.2266, 8.8184, 409.0, "Rapperswil"),
        "Evening",
        "Swans by the castle",
        List.of("lake", "swan", "spring"),
        List.of("spring"),
        "travel/switzerland",
        4,
        true,
        false,
        List.of("IPTC: record 7 cannot be read"));
  }

  private static Rendition small() {
    return new Rendition(
        "small", "image/jpeg", 250, 333, 18_211, ObjectKeys.rendition(OWNER, IMAGE, 1, "small.jpg"));
  }

  private Examples() {}
}
