package pms.processing.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of an image; number 1 is the untouched original.
 *
 * @param author the user's id
 * @param authorName as the author was called then; absent for the original
 * @param basedOn number of the version it was made from
 * @param original number of the version that is the bare file which this one is made from: 1 unless the original was replaced
 * @param operations the whole list over the original
 * @param width pixels, upright; absent until the original was rendered once
 * @param bytes of the file as it is downloaded in its usual format; absent until that was done once
 * @param current it is the newest
 * @param state of its thumbnails: processing, ready, failed
 * @param reason why they failed
 */
public record VersionView(
    int number,
    String author,
    String authorName,
    Instant createdAt,
    String note,
    Integer basedOn,
    int original,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) ArrayNode operations,
    Integer width,
    Integer height,
    Long bytes,
    boolean current,
    String state,
    String reason) {

  static VersionView of(Version version, int current) {
    return new VersionView(
        version.number,
        version.author,
        version.authorName,
        version.createdAt,
        version.note,
        version.basedOn,
        version.root,
        version.recipe().json(),
        version.width,
        version.height,
        version.bytes,
        version.number == current,
        version.state.name().toLowerCase(Locale.ROOT),
        version.state == Version.State.FAILED ? version.reason : null);
  }
}
