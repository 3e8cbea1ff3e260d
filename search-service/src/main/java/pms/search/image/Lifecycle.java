package pms.search.image;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an image is in its life, as far as search was told. */
public enum Lifecycle {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("trashed")
  TRASHED,
  @JsonProperty("purged")
  PURGED
}
