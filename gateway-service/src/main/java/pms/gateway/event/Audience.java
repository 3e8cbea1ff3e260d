package pms.gateway.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pms.contracts.AlbumNews;

/**
 * Who is told of a change, as subjects: {@code user:…} and {@code group:…}.
 *
 * @param told who may see the thing now
 * @param gained those of them who could not before
 * @param lost who could and may no more
 * @param forgetting whose older changes of the same thing are forgotten, so that nobody is told them who comes back
 */
record Audience(Set<String> told, Set<String> gained, Set<String> lost, Set<String> forgetting) {

  private static final String USER = "user:";

  Audience {
    told = Set.copyOf(told);
    gained = Set.copyOf(gained);
    lost = Set.copyOf(lost);
    forgetting = Set.copyOf(forgetting);
  }

  static Audience owner(String id) {
    return new Audience(Set.of(USER + id), Set.of(), Set.of(), Set.of());
  }

  /** @param news null when nobody said who is new and who is gone */
  static Audience album(String owner, List<String> viewers, AlbumNews news) {
    Set<String> told = new LinkedHashSet<>(viewers);
    told.add(USER + owner);
    return news == null
        ? new Audience(told, Set.of(), Set.of(), Set.of())
        : new Audience(told, Set.copyOf(news.gained()), Set.copyOf(news.lost()), Set.copyOf(news.lost()));
  }

  static Audience deleted(String owner, List<String> viewers) {
    Set<String> told = new LinkedHashSet<>(viewers);
    told.add(USER + owner);
    return new Audience(told, Set.of(), Set.of(), told);
  }

  /**
   * Those to whom a single picture was granted, and its owner, for whom it is news what they did with it. Of a picture that was
   * granted to nobody, nobody is told here: what is put into an album is told with the album.
   */
  static Audience granted(String owner, List<String> viewers) {
    Set<String> told = new LinkedHashSet<>(viewers);
    if (!told.isEmpty()) {
      told.add(USER + owner);
    }
    return new Audience(told, Set.of(), Set.of(), Set.of());
  }

  /** @param subject null for nobody */
  static Audience revoked(String subject) {
    Set<String> lost = subject == null ? Set.of() : Set.of(subject);
    return new Audience(Set.of(), Set.of(), lost, lost);
  }

  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(told);
    all.addAll(lost);
    return all;
  }

  /** Whether one of these is only in since now. */
  boolean isNewTo(Set<String> subjects) {
    return subjects.stream().anyMatch(gained::contains)
        && subjects.stream().filter(told::contains).allMatch(gained::contains);
  }

  boolean tells(Set<String> subjects) {
    return subjects.stream().anyMatch(told::contains);
  }

  boolean putsOut(Set<String> subjects) {
    return !tells(subjects) && subjects.stream().anyMatch(lost::contains);
  }
}
