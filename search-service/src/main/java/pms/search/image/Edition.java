package pms.search.image;

import pms.contracts.VersionCreated;
import pms.contracts.VersionEvent;
import pms.contracts.VersionReverted;

/** The current version as editing made it; its renditions may be still to come. */
public record Edition(int version, int width, int height) {

  static Edition of(VersionEvent event) {
    return switch (event) {
      case VersionCreated made -> new Edition(made.version(), made.width(), made.height());
      case VersionReverted made -> new Edition(made.version(), made.width(), made.height());
    };
  }
}
