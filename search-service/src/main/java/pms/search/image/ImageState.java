package pms.search.image;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the owner sees of our work on the image: ready when facts and renditions are both there. */
public enum ImageState {
  @JsonProperty("processing")
  PROCESSING,
  @JsonProperty("ready")
  READY,
  @JsonProperty("failed")
  FAILED
}
