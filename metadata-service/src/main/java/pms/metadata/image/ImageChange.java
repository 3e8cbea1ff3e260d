package pms.metadata.image;

import java.util.List;

/**
 * The fields of a merge patch, for the API's description; {@link ImagePatch} reads them, since only a tree tells an absent
 * field from a null.
 */
record ImageChange(
    String title,
    String description,
    List<String> tags,
    String category,
    Integer rating,
    Boolean favourite,
    Boolean archived,
    Taken takenAt,
    Where location) {

  /** @param offset such as {@code +02:00}; null when unknown */
  record Taken(String local, String offset) {}

  record Where(Double latitude, Double longitude, Double altitude, String place) {}
}
