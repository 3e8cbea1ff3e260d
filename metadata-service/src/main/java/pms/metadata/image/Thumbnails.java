package pms.metadata.image;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;

/** What can be shown of an image: the newest word on the newest version that was rendered. */
@Embeddable
public class Thumbnails {

  enum Rendering { READY, FAILED }

  /** Null while nothing was heard of thumbnails. */
  @Enumerated(EnumType.STRING)
  public Rendering rendering;

  public String failure;

  @Column(name = "version")
  public int renderedVersion = 1;

  public long renderingRevision;
  public Integer renderedWidth;
  public Integer renderedHeight;
  public String thumbhash;

  /** Whether it was news. */
  boolean fold(ThumbnailEvent event) {
    boolean sameButOlder = event.version() == renderedVersion && event.revision() <= renderingRevision;
    if (event.version() < renderedVersion || sameButOlder) {
      return false;
    }
    renderedVersion = event.version();
    renderingRevision = event.revision();
    switch (event) {
      case ThumbnailsReady ready -> rendered(ready);
      case ThumbnailsFailed failed -> {
        rendering = Rendering.FAILED;
        failure = failed.reason();
      }
    }
    return true;
  }

  boolean areReady(int version) {
    return rendering == Rendering.READY && renderedVersion == version;
  }

  boolean haveFailed(int version) {
    return rendering == Rendering.FAILED && renderedVersion == version;
  }

  void forget() {
    rendering = null;
    failure = thumbhash = null;
    renderedWidth = renderedHeight = null;
  }

  private void rendered(ThumbnailsReady ready) {
    rendering = Rendering.READY;
    failure = null;
    renderedWidth = ready.width();
    renderedHeight = ready.height();
    thumbhash = ready.thumbhash();
  }
}
