package pms.search.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImageMetadata;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.Location;
import pms.contracts.MetadataExtracted;
import pms.contracts.ObjectKeys;
import pms.contracts.OriginalFile;
import pms.contracts.OriginalReplaced;
import pms.contracts.TakenAt;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;

/** Events of one image, as its owner's services would write them. */
public record Events(UUID id, String owner) {

  public static final Instant NOW = Instant.parse("2024-05-01T10:00:00Z");

  public String key() {
    return id.toString();
  }

  public ImageUploaded uploaded(String fileName) {
    return new ImageUploaded(
        id, owner, fileName, "image/jpeg", 4_000_000, "ab".repeat(32), ObjectKeys.original(owner, id), 400, 300, NOW);
  }

  /** The newest of so many files counts. */
  public OriginalReplaced replaced(int originals) {
    List<OriginalFile> files =
        IntStream.rangeClosed(1, originals)
            .mapToObj(number -> new OriginalFile(number, number + ".png", "image/png", number, "cd".repeat(32), "key" + number, null, null, NOW))
            .toList();
    return new OriginalReplaced(id, owner, originals, originals, files, NOW, NOW);
  }

  public MetadataExtracted described(long revision, Facts facts) {
    return new MetadataExtracted(id, owner, revision, facts.build(), NOW);
  }

  public MetadataExtracted described(Facts facts) {
    return described(1, facts);
  }

  public ThumbnailsReady rendered() {
    return rendered(1, 1);
  }

  public ThumbnailsReady rendered(int version, long revision) {
    return new ThumbnailsReady(id, owner, version, revision, List.of(), 300 + version, 400, "hash" + revision, null, 0, NOW);
  }

  /** Rendered, and looking like all pictures whose hash differs in few bits. */
  public ThumbnailsReady rendered(String perceptualHash) {
    return new ThumbnailsReady(id, owner, 1, 1, List.of(), 301, 400, "hash1", perceptualHash, 0, NOW);
  }

  public VersionCreated edited(int version) {
    return new VersionCreated(id, owner, version, 1, 100 * version, 50, owner, 1, 1, NOW);
  }

  public VersionReverted reverted(int version) {
    return new VersionReverted(id, owner, version, 1, 100 * version, 50, owner, 1, 1, NOW);
  }

  public ImageAccessChanged shared(long revision, List<UUID> albums, String... viewers) {
    return new ImageAccessChanged(id, owner, revision, albums, List.of(viewers), NOW);
  }

  public ThumbnailsFailed notRendered(int version, long revision) {
    return new ThumbnailsFailed(id, owner, version, revision, "The picture ends in the middle.", NOW);
  }

  public ImageTrashed trashed(long revision) {
    return new ImageTrashed(id, owner, revision, NOW);
  }

  public ImageRestored restored(long revision) {
    return new ImageRestored(id, owner, revision, NOW);
  }

  public ImagePurged purged(long revision) {
    return new ImagePurged(id, owner, revision, NOW);
  }

  /** What is known of a picture, unknown where nothing was said. */
  public static final class Facts {

    private LocalDateTime taken;
    private Camera camera;
    private Exposure exposure;
    private Location location;
    private String title;
    private String description;
    private List<String> tags = List.of();
    private String category;
    private Integer rating;
    private List<String> automaticTags = List.of();
    private boolean favourite;
    private boolean archived;

    public static Facts none() {
      return new Facts();
    }

    public static Facts titled(String title) {
      Facts facts = new Facts();
      facts.title = title;
      return facts;
    }

    public Facts taken(String local) {
      taken = LocalDateTime.parse(local);
      return this;
    }

    public Facts camera(String make, String model, String lens) {
      camera = new Camera(make, model, lens);
      return this;
    }

    public Facts exposure(int iso, double aperture, double focalLength) {
      exposure = new Exposure(iso, 0.01, aperture, focalLength, null, null);
      return this;
    }

    public Facts at(double latitude, double longitude, String place) {
      location = new Location(latitude, longitude, null, place);
      return this;
    }

    public Facts at(String place) {
      location = new Location(null, null, null, place);
      return this;
    }

    public Facts archived() {
      archived = true;
      return this;
    }

    public Facts automaticTags(String... names) {
      automaticTags = List.of(names);
      return this;
    }

    public Facts description(String text) {
      description = text;
      return this;
    }

    public Facts tags(String... names) {
      tags = List.of(names);
      return this;
    }

    public Facts category(String path) {
      category = path;
      return this;
    }

    public Facts rating(int stars) {
      rating = stars;
      return this;
    }

    public Facts favourite() {
      favourite = true;
      return this;
    }

    ImageMetadata build() {
      return new ImageMetadata(
          300,
          400,
          6,
          taken == null ? null : new TakenAt(taken, null, null, "exif"),
          camera,
          exposure,
          location,
          title,
          description,
          tags,
          automaticTags,
          category,
          rating,
          favourite,
          archived,
          List.of());
    }
  }
}
