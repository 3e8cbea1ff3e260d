package pms.contracts;

import java.util.List;
import java.util.UUID;

/**
 * Why an album is told of, for those who watch it; what it is stands in the snapshot around.
 *
 * @param kind {@code changed}, {@code pictures-changed}, {@code commented} or {@code reacted}
 * @param gained subjects that may see the album and before could not
 * @param lost subjects that could see it and may no more
 * @param images pictures in it that the news is about; empty when it is about the album, or about too many
 */
public record AlbumNews(String kind, List<String> gained, List<String> lost, List<UUID> images) {

  public AlbumNews {
    gained = gained == null ? List.of() : List.copyOf(gained);
    lost = lost == null ? List.of() : List.copyOf(lost);
    images = images == null ? List.of() : List.copyOf(images);
  }
}
