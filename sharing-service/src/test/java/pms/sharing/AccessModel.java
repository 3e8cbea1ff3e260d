package pms.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the rules say, written a second time and as plainly as can be: nothing but maps. */
final class AccessModel {

  private static final Map<String, List<String>> SUBJECTS =
      Map.of(
          "alice", List.of("user:alice", "group:family"),
          "bob", List.of("user:bob", "group:family"),
          "carol", List.of("user:carol"),
          "admin", List.of("user:admin"));

  /** Ranks from 1, viewer, to 4, owner. */
  final Map<UUID, Map<String, Integer>> members = new HashMap<>();

  final Map<UUID, UUID> parents = new HashMap<>();
  final Map<UUID, Set<UUID>> items = new HashMap<>();
  final Map<UUID, String> owners = new HashMap<>();

  /** Levels from 1, view, to 3, edit. */
  final Map<UUID, Map<String, Integer>> grants = new HashMap<>();

  void album(UUID album, String owner) {
    members.put(album, new HashMap<>(Map.of("user:" + owner, 4)));
    items.put(album, new HashSet<>());
  }

  void image(UUID image, String owner) {
    owners.put(image, owner);
    grants.put(image, new HashMap<>());
  }

  /** 0 for nothing at all. */
  int role(String user, UUID album) {
    int role = 0;
    for (UUID around = album; around != null; around = parents.get(around)) {
      for (String subject : SUBJECTS.get(user)) {
        role = Math.max(role, members.get(around).getOrDefault(subject, 0));
      }
    }
    return role;
  }

  List<UUID> allowed(String user, String right) {
    int level = List.of("view", "download", "edit").indexOf(right) + 1;
    List<UUID> allowed = new ArrayList<>();
    for (UUID image : owners.keySet()) {
      boolean own = owners.get(image).equals(user);
      boolean granted = SUBJECTS.get(user).stream().anyMatch(subject -> grants.get(image).getOrDefault(subject, 0) >= level);
      boolean inAlbum = items.entrySet().stream()
          .anyMatch(album -> album.getValue().contains(image) && role(user, album.getKey()) >= (level == 3 ? 3 : 1));
      if (own || granted || inAlbum) {
        allowed.add(image);
      }
    }
    return allowed;
  }
}
