package pms.search.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.Ids;

/** Events of one album, as sharing-service would write them. */
public record Album(UUID id, String owner) {

  public static Album of(Library library) {
    return new Album(Ids.next(), library.owner());
  }

  /** The owner is among the viewers, as always. */
  public AlbumChanged seenBy(long revision, String title, String... others) {
    List<String> viewers = new ArrayList<>(List.of("user:" + owner));
    viewers.addAll(List.of(others));
    return new AlbumChanged(id, owner, revision, title, null, null, 0, viewers, Events.NOW);
  }

  public AlbumDeleted deleted(long revision) {
    return new AlbumDeleted(id, owner, revision, Events.NOW);
  }
}
