package pms.search.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import pms.search.album.AlbumTerm;
import pms.search.album.Albums;

/** Looks up what somebody may find, anew for every question: nothing is remembered that could have been revoked. */
@ApplicationScoped
public class Visibilities {

  private final Albums albums;

  Visibilities(Albums albums) {
    this.albums = albums;
  }

  /** @param terms of which it is told which albums they speak of */
  public Visibility of(Viewer viewer, Collection<AlbumTerm> terms) throws IOException {
    return new Visibility(viewer, albums.seenBy(viewer.subjects(), terms));
  }
}
