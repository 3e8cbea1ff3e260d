package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.TakenAt;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Place;

/**
 * An image as its owner sees it, or {@link #forOthers}. Unknown fields are absent.
 *
 * @param state {@code processing}, {@code ready} or {@code failed}, of the current version
 * @param reason why it failed, for its owner alone
 * @param width pixels after orientation
 * @param direction of view in degrees from north
 * @param version number of the current version
 * @param thumbhash of the last version that was rendered
 * @param automaticTags those of the tags that were drawn from facts and that nobody typed
 * @param archived kept out of the timeline
 * @param trashedAt when it was put into the trash; absent when it is not there
 * @param warnings what could not be read in the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImageView(
    UUID id,
    String owner,
    String state,
    String reason,
    String fileName,
    String type,
    Long bytes,
    String sha256,
    Integer width,
    Integer height,
    Instant uploadedAt,
    int version,
    String thumbhash,
    String colourProfile,
    String artist,
    String copyright,
    Double direction,
    Taken takenAt,
    Camera camera,
    Exposure exposure,
    Where location,
    String title,
    String description,
    List<String> tags,
    List<String> automaticTags,
    String category,
    Integer rating,
    Boolean favourite,
    Boolean archived,
    Instant trashedAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {

  /** Always with seconds, unlike {@link LocalDateTime#toString}. */
  record Taken(String local, String offset, Instant instant, String source) {

    static Taken of(TakenAt takenAt) {
      return takenAt == null
          ? null
          : new Taken(
              DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(takenAt.local()),
              takenAt.offset(),
              takenAt.instant(),
              takenAt.source());
    }
  }

  record Where(Double latitude, Double longitude, Double altitude, String place) {

    static Where of(Place place) {
      return place == null ? null : new Where(place.latitude(), place.longitude(), place.altitude(), place.name());
    }
  }

  static ImageView of(Image image) {
    Facts facts = image.facts();
    Words words = image.words();
    Showing showing = Showing.of(image);
    return new ImageView(
        image.id, image.ownerId, showing.state(), showing.reason(),
        image.fileName, image.type, image.bytes, image.sha256,
        showing.width(), showing.height(),
        image.uploadedAt, showing.version(), image.thumbnails.thumbhash,
        facts.details().colourProfile(), facts.details().artist(), facts.details().copyright(), facts.details().direction(),
        Taken.of(words.takenAt()), facts.camera(), facts.exposure(), Where.of(words.location()),
        words.title(), words.description(), image.tags(), words.automaticAmong(image.tags()), words.category(),
        words.rating(), words.favourite(), words.archived(),
        image.trashedAt, facts.warnings());
  }

  /** Without what is the owner's affair alone. */
  ImageView forOthers() {
    return new ImageView(
        id, owner, state, null, fileName, type, bytes, sha256, width, height, uploadedAt, version, thumbhash, colourProfile,
        artist, copyright, direction, takenAt, camera,
        exposure, location, title, description, tags, automaticTags, category, rating, null, null, trashedAt, warnings);
  }
}
