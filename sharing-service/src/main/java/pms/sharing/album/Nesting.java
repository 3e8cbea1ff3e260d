package pms.sharing.album;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;

/**
 * Albums in albums. Whoever has a role in the outer one has it in the inner one, so an album is moved by its owners only, and
 * into an album that the same caller may edit.
 */
@ApplicationScoped
class Nesting {

  private static final String FIELD = "parent";

  /** One move at a time in the whole system: two at once could make a circle that neither sees. Any number that nothing else locks. */
  private static final String HOLD = "SELECT CAST(pg_advisory_xact_lock(7306312) AS text)";

  private final EntityManager database;
  private final AlbumRights rights;
  private final AlbumGate gate;

  Nesting(EntityManager database, AlbumRights rights, AlbumGate gate) {
    this.database = database;
    this.rights = rights;
    this.gate = gate;
  }

  /** Before any album is locked. */
  void hold() {
    database.createNativeQuery(HOLD, String.class).getResultList();
  }

  /** The album to put a new one into; locked. */
  Album around(Subjects caller, UUID parent) {
    if (rights.of(caller, parent).isEmpty()) {
      throw ImageIds.notThere(FIELD, "is not an album that you see");
    }
    return gate.locked(gate.enter(caller, parent, Right.EDIT));
  }

  /**
   * The album to move another into. Both and what is inside that other are locked at once and from the outside in, as by everybody
   * else: a move into one's own inside is refused before anything is locked, and while {@link #hold} holds, no path changes.
   */
  Album around(Subjects caller, UUID parent, UUID moved) {
    if (rights.of(caller, parent).isEmpty()) {
      throw ImageIds.notThere(FIELD, "is not an album that you see");
    }
    rights.require(caller, parent, Right.EDIT);
    rights.require(caller, moved, Right.MANAGE);
    if (Album.isInside(parent, moved)) {
      throw Problem.invalid(FIELD, "is the album itself or inside it");
    }
    Album.lockForMove(moved, parent);
    return gate.locked(gate.enter(caller, parent, Right.EDIT));
  }

  void place(Album album, Album around) {
    require(around == null || around.path.length < Album.DEEPEST);
    album.putInto(around);
  }

  /** Moves the album with all inside it. */
  void move(Album album, Album around) {
    List<Album> tree = Album.lockTrees(List.of(album.id));
    int above = around == null ? 0 : around.path.length;
    int height = tree.stream().mapToInt(inside -> inside.path.length).max().orElseThrow() - album.path.length + 1;
    require(above + height <= Album.DEEPEST);
    album.putInto(around);
    rebuild(tree);
  }

  /** Lifts what is inside an album to where the album is, and returns it. */
  List<Album> dissolve(Album album) {
    Album around = album.parentId == null ? null : Album.withId(album.parentId).orElseThrow();
    List<Album> inside = Album.lockTrees(List.of(album.id)).stream().filter(other -> other != album).toList();
    for (Album child : inside) {
      if (album.id.equals(child.parentId)) {
        child.putInto(around);
      }
    }
    rebuild(inside);
    return inside;
  }

  /** From the outside in, so that the album around each is in its new place already. */
  private static void rebuild(List<Album> tree) {
    Map<UUID, Album> placed = new HashMap<>();
    for (Album album : tree) {
      Album around = placed.get(album.parentId);
      if (around != null) {
        album.putInto(around);
      }
      placed.put(album.id, album);
    }
  }

  private static void require(boolean deepEnough) {
    if (!deepEnough) {
      throw Problem.invalid(FIELD, "albums nest at most " + Album.DEEPEST + " levels deep");
    }
  }
}
