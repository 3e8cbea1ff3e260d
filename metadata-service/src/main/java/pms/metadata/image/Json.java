package pms.metadata.image;

import jakarta.persistence.AttributeConverter;
import org.hibernate.annotations.Immutable;
import pms.metadata.database.StoredJson;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Listing;

/** Columns that hold records as {@link StoredJson}. */
final class Json {

  private abstract static class Converter<T> implements AttributeConverter<T, String> {

    private final Class<T> type;

    Converter(Class<T> type) {
      this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
      return StoredJson.write(value);
    }

    @Override
    public T convertToEntityAttribute(String json) {
      return StoredJson.read(json, type);
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
