package pms.sharing.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import pms.contracts.ImageMetadata;
import pms.contracts.Rendition;

/** Snapshots of other services in columns of ours: never searched, only shown, so text will do. */
final class PictureJson {

  private static final TypeReference<List<Rendition>> RENDITIONS = new TypeReference<>() {};
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  static String write(Object snapshot) {
    try {
      return MAPPER.writeValueAsString(snapshot);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write a snapshot", e);
    }
  }

  static List<Rendition> renditions(String json) {
    try {
      return json == null ? List.of() : MAPPER.readValue(json, RENDITIONS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read our own renditions", e);
    }
  }

  /** Null when nothing is known yet. */
  static ImageMetadata metadata(String json) {
    try {
      return json == null ? null : MAPPER.readValue(json, ImageMetadata.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read our own metadata", e);
    }
  }

  private PictureJson() {}
}
