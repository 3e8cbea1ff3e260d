package pms.processing.render;

/** How the stored pixels have to be turned to stand upright; the eight values of the EXIF tag, in its order. */
public enum Orientation {
  NORMAL(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  MIRRORED_LEFT(true, false, false),
  LEFT(true, false, true),
  MIRRORED_RIGHT(true, true, true),
  RIGHT(true, true, false);

  /** Rows become columns; then the stored picture is read from the right or from the bottom. */
  final boolean turned;

  private final boolean fromRight;
  private final boolean fromBottom;

  Orientation(boolean turned, boolean fromRight, boolean fromBottom) {
    this.turned = turned;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** Whatever is not one of the eight is taken as upright, as every viewer does. */
  static Orientation of(int exif) {
    return exif >= 1 && exif <= 8 ? values()[exif - 1] : NORMAL;
  }

  Dimensions upright(Dimensions stored) {
    return turned ? stored.turned() : stored;
  }

  /** The stored column that is seen at this upright place. */
  int storedX(int x, int y, Dimensions stored) {
    int along = turned ? y : x;
    return fromRight ? stored.width() - 1 - along : along;
  }

  /** The stored row that is seen at this upright place. */
  int storedY(int x, int y, Dimensions stored) {
    int along = turned ? x : y;
    return fromBottom ? stored.height() - 1 - along : along;
  }
}
