package pms.search.map;

import pms.search.find.Parameters;
import pms.search.query.Query;

/** What part of the map is looked at, how closely, and of which pictures. */
record MapQuestion(BoundingBox box, int zoom, Query query) {

  private static final int CLOSEST = 22;
  private static final int USUAL = 0;
  /** A tile of the map is 256 pixels wide, a cluster a quarter of that. */
  private static final int FINER = 2;
  private static final int MOST_CELLS = 1024;

  static MapQuestion of(String bbox, String zoom, String q) {
    int close = Parameters.whole("zoom", zoom, 0, CLOSEST, USUAL);
    return new MapQuestion(BoundingBox.parse(bbox), close, Parameters.query(q));
  }

  /** How fine the grid is; coarser than the zoom asks for where the box is too large for it. */
  int precision() {
    int precision = zoom + FINER;
    while (precision > 0 && cells(precision) > MOST_CELLS) {
      precision--;
    }
    return precision;
  }

  private double cells(int precision) {
    double tiles = Math.pow(2, precision);
    return (box.width() * tiles + 1) * (box.height() * tiles + 1);
  }
}
