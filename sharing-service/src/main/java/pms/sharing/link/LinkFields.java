package pms.sharing.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import pms.kit.problem.Problem;

/** The JSON of a link as people write it; every getter refuses nonsense by the field's name. */
record LinkFields(JsonNode json) {

  static final int LONGEST_SLUG = 60;
  private static final int LONGEST_PASSWORD = 200;
  private static final long MOST_VIEWS = 1_000_000_000;
  private static final int MOST_ORIGINS = 20;
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Nothing that could end a directive of a content security policy or begin another one. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[1-9]\\d{0,4})?");

  private static final ObjectMapper JSON = new ObjectMapper();

  static LinkFields parse(String body) {
    try {
      JsonNode json = JSON.readTree(body == null ? "" : body);
      if (json.isObject()) {
        return new LinkFields(json);
      }
    } catch (JsonProcessingException e) {
      throw Problem.invalid("body", "is not JSON");
    }
    throw Problem.invalid("body", "must be a JSON object");
  }

  /** Null when it is absent. */
  UUID id(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    if (!ID.matcher(text).matches()) {
      throw Problem.invalid(field, "is not an id");
    }
    return UUID.fromString(text);
  }

  /** Null takes the password away. */
  String password() {
    String text = text("password");
    if (text != null && (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_PASSWORD)) {
      throw Problem.invalid("password", "must have 1 to " + LONGEST_PASSWORD + " characters");
    }
    return text;
  }

  String slug() {
    String text = text("slug");
    if (text != null && (text.length() > LONGEST_SLUG || !text.matches(LinkAddress.SLUG))) {
      throw Problem.invalid("slug", "must be words of a to z and 0 to 9 joined by single dashes, at most " + LONGEST_SLUG);
    }
    return text;
  }

  /** Null takes it away; what can be drawn is checked where it is drawn. */
  String watermark() {
    return text("watermark");
  }

  Instant expiresAt(Instant now) {
    String text = text("expiresAt");
    if (text == null) {
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (at.isAfter(now) && at.isBefore(now.plus(36_525, ChronoUnit.DAYS))) {
        return at;
      }
    } catch (DateTimeException e) {
      throw Problem.invalid("expiresAt", "must be a time such as 2030-01-31T12:00:00Z");
    }
    throw Problem.invalid("expiresAt", "must be in the future, within a hundred years");
  }

  Long viewLimit() {
    JsonNode value = json.path("viewLimit");
    if (value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1 || value.asLong() > MOST_VIEWS) {
      throw Problem.invalid("viewLimit", "must be a whole number from 1 to " + MOST_VIEWS);
    }
    return value.asLong();
  }

  boolean flag(String field) {
    JsonNode value = json.path(field);
    if (!value.isBoolean() && !value.isNull()) {
      throw Problem.invalid(field, "must be true or false");
    }
    return value.asBoolean(false);
  }

  /** Separated by spaces, as a policy lists them; empty for none. */
  String embedOrigins() {
    JsonNode value = json.path("embedOrigins");
    if (!value.isNull() && (!value.isArray() || value.size() > MOST_ORIGINS)) {
      throw Problem.invalid("embedOrigins", "must be a list of at most " + MOST_ORIGINS + " origins");
    }
    List<String> origins = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      String origin = value.get(i).asText();
      if (!value.get(i).isTextual() || origin.length() > 200 || !ORIGIN.matcher(origin).matches()) {
        throw Problem.invalid("embedOrigins[" + i + "]", "must be an origin such as https://www.example.org");
      }
      origins.add(origin);
    }
    return String.join(" ", origins);
  }

  private String text(String field) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw Problem.invalid(field, "must be a text");
    }
    return value.textValue();
  }
}
