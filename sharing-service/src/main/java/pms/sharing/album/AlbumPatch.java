package pms.sharing.album;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import pms.kit.problem.Problem;

/**
 * A merge patch of an album: a field that is absent stays, null takes it away.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
@Schema(
    type = SchemaType.OBJECT,
    properties = {
      @SchemaProperty(name = "title", type = SchemaType.STRING, maxLength = AlbumText.LONGEST_TITLE),
      @SchemaProperty(name = "description", type = SchemaType.STRING, maxLength = AlbumText.LONGEST_DESCRIPTION),
      @SchemaProperty(
          name = "query",
          type = SchemaType.STRING,
          maxLength = AlbumText.LONGEST_QUERY,
          description = "what the album follows by itself; null keeps what is in it, from then on picked by hand"),
      @SchemaProperty(name = "cover", type = SchemaType.STRING, format = "uuid", description = "an image of the album"),
      @SchemaProperty(name = "parent", type = SchemaType.STRING, format = "uuid", description = "the album to move it into; null for none")
    })
record AlbumPatch(JsonNode fields) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static AlbumPatch parse(String body) {
    JsonNode fields = read(body);
    if (!fields.isObject()) {
      throw Problem.invalid("body", "must be a JSON object");
    }
    fields.fieldNames().forEachRemaining(AlbumPatch::requireKnown);
    return new AlbumPatch(fields);
  }

  void apply(Album album) {
    if (fields.has("title")) {
      album.title = AlbumText.title(text("title"));
    }
    if (fields.has("description")) {
      album.description = AlbumText.description(text("description"));
    }
    if (fields.has("cover")) {
      album.chosenCover = cover(album.key());
    }
  }

  boolean changesQuery() {
    return fields.has("query");
  }

  /** Empty when it is taken away, or is not spoken of. */
  Optional<String> query() {
    return fields.hasNonNull("query") ? Optional.of(AlbumText.query(text("query"))) : Optional.empty();
  }

  boolean moves() {
    return fields.has("parent");
  }

  /** Empty to take it out of the one it is in. */
  Optional<UUID> parent() {
    return Optional.ofNullable(text("parent")).map(text -> ImageIds.parse("parent", text, "is not the id of an album"));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body == null ? "" : body);
    } catch (JsonProcessingException e) {
      throw Problem.invalid("body", "is not JSON");
    }
  }

  private static void requireKnown(String field) {
    switch (field) {
      case "title", "description", "cover", "parent", "query" -> {}
      default -> throw Problem.invalid(field, "cannot be changed here");
    }
  }

  private String text(String field) {
    JsonNode value = fields.get(field);
    if (!value.isNull() && !value.isTextual()) {
      throw Problem.invalid(field, "must be a text");
    }
    return value.textValue();
  }

  private UUID cover(AlbumKey album) {
    String text = text("cover");
    if (text == null) {
      return null;
    }
    UUID image = ImageIds.parse("cover", text);
    if (!AlbumItem.isVisible(album, image)) {
      throw ImageIds.notThere("cover", ImageIds.NOT_IN_ALBUM);
    }
    return image;
  }
}
