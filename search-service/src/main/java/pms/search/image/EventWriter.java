package pms.search.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pms.contracts.AlbumEvent;
import pms.contracts.PmsEvent;
import pms.search.album.AlbumWriter;

/** Brings each event to the index it belongs to. */
@ApplicationScoped
public class EventWriter {

  private final ImageWriter images;
  private final AlbumWriter albums;

  EventWriter(ImageWriter images, AlbumWriter albums) {
    this.images = images;
    this.albums = albums;
  }

  /**
   * Returns once every event is in its index, but for those that can never be.
   *
   * @param index names the generation
   * @return the documents' ids of events that cannot be written however often it is tried, and why
   * @throws IOException when Elasticsearch does not answer or is too busy: try again
   */
  public Map<String, String> write(String index, Collection<? extends PmsEvent> events) throws IOException {
    List<AlbumEvent> ofAlbums = new ArrayList<>();
    List<PmsEvent> ofImages = new ArrayList<>();
    for (PmsEvent event : events) {
      if (event instanceof AlbumEvent album) {
        ofAlbums.add(album);
      } else {
        ofImages.add(event);
      }
    }
    // Who was shut out of an album is shut out first.
    Map<String, String> refused = new HashMap<>(albums.write(index, ofAlbums));
    refused.putAll(images.write(index, ofImages));
    return refused;
  }
}
