package pms.metadata.image;

import jakarta.persistence.Embeddable;
import pms.contracts.VersionCreated;
import pms.contracts.VersionEvent;
import pms.contracts.VersionReverted;

/**
 * Which version of an image is current and which of its files counts. The one is processing-service's to tell, the other
 * upload-service's, and either may come first.
 */
@Embeddable
public class Edition {

  /** The highest version that was told of; 1 is never told. */
  public int toldVersion = 1;

  /** Null while nobody knows, which is so of a file that replaced the original. */
  public Integer toldWidth;

  public Integer toldHeight;

  /** Number of the file that version is made from. */
  public int toldOriginal = 1;

  /** How many files of the image were known to who made versions. */
  public int toldOriginals = 1;

  /** Number of the file that counts; 0 when that was not told. */
  public int fileOriginal;

  public int fileOriginals = 1;

  void arrive(Original file) {
    fileOriginal = file.number();
    fileOriginals = Math.max(fileOriginals, file.originals());
  }

  /** History only grows, so the highest version is the newest. */
  void fold(VersionEvent event) {
    if (event.version() <= toldVersion) {
      return;
    }
    toldVersion = event.version();
    toldOriginal = event.original();
    switch (event) {
      case VersionCreated made -> measured(made.width(), made.height());
      case VersionReverted back -> measured(back.width(), back.height());
    }
    heardOf(event.originals());
  }

  /** @param originals so many files at least are known to who makes versions */
  void heardOf(int originals) {
    toldOriginals = Math.max(toldOriginals, originals);
  }

  /** Whether the file that counts is the one that the version is made from: of a newer file a version is still to be made. */
  boolean isOfTheFile(int version) {
    boolean same = fileOriginal == 0 || version != toldVersion || toldOriginal == fileOriginal;
    return same && toldOriginals >= fileOriginals;
  }

  private void measured(int width, int height) {
    toldWidth = width > 0 ? width : null;
    toldHeight = height > 0 ? height : null;
  }
}
