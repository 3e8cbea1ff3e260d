package pms.search.map;

import co.elastic.clients.elasticsearch._types.LatLonGeoLocation;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import pms.search.image.Tile;

/**
 * What was counted in a cell of the grid.
 *
 * @param latitude of the centre of gravity
 * @param longitude of the centre of gravity
 * @param mark the highest in it
 */
record Cell(Tile tile, long count, double latitude, double longitude, long mark) {

  static final String CENTRE = "centre";
  static final String MARK = "mark";

  static Cell of(Tile tile, MultiBucketBase counted) {
    LatLonGeoLocation at = counted.aggregations().get(CENTRE).geoCentroid().location().latlon();
    long mark = (long) counted.aggregations().get(MARK).max().value();
    return new Cell(tile, counted.docCount(), at.lat(), at.lon(), mark);
  }

  /** Both as one, of the same tile. */
  Cell and(Cell other) {
    double share = (double) other.count / (count + other.count);
    return new Cell(
        tile,
        count + other.count,
        latitude + (other.latitude - latitude) * share,
        longitude + (other.longitude - longitude) * share,
        Math.max(mark, other.mark));
  }

  Cluster named(String image) {
    return new Cluster(tile.toString(), count, new Cluster.Centre(latitude, longitude), image);
  }
}
