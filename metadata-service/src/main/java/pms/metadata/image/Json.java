package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.io.UncheckedIOException;
import org.hibernate.annotations.Immutable;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Listing;

/** The form in which records lie in jsonb columns; of our own, so that no setting of the HTTP layer changes what is stored. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private abstract static class Converter<T> implements AttributeConverter<T, String> {

    private final Class<T> type;

    Converter(Class<T> type) {
      this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
      try {
        return value == null ? null : MAPPER.writeValueAsString(value);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public T convertToEntityAttribute(String json) {
      try {
        return json == null ? null : MAPPER.readValue(json, type);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Immutable
  @jakarta.persistence.Converter
  static final class OfFacts extends Converter<Facts> {
    OfFacts() {
      super(Facts.class);
    }
  }

  @Immutable
  @jakarta.persistence.Converter
  static final class OfEdits extends Converter<Edits> {
    OfEdits() {
      super(Edits.class);
    }
  }

  @Immutable
  @jakarta.persistence.Converter
  static final class OfListing extends Converter<Listing> {
    OfListing() {
      super(Listing.class);
    }
  }

  private Json() {}
}
