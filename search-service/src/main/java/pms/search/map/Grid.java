package pms.search.map;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pms.search.image.Marks;
import pms.search.image.Tile;

/**
 * The grid of one screen. To find the cell of each of a million points takes most of the time of a map of the world: so documents
 * hold theirs of two coarse grids, and coarser ones still are put together from these. Of a closer map it is found for each point.
 *
 * @param precision cells each way, as a power of two
 */
record Grid(int precision) {

  private static final String POINT = "found.point";
  private static final int COARSE = 4;
  private static final int MEDIUM = 6;
  private static final int MOST_CELLS = 1 << 2 * MEDIUM;
  /** The fullest first, as they are to be shown. */
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::count).reversed().thenComparing(cell -> cell.tile().toString());

  Aggregation aggregation() {
    return Aggregation.of(
        cells ->
            (precision > MEDIUM
                    ? cells.geotileGrid(grid -> grid.field(POINT).precision(precision).size(MOST_CELLS))
                    : cells.terms(
                        tiles -> tiles.field(precision > COARSE ? "found.tile6" : "found.tile4").size(MOST_CELLS)))
                .aggregations(Cell.CENTRE, centre -> centre.geoCentroid(centroid -> centroid.field(POINT)))
                .aggregations(Cell.MARK, mark -> mark.max(max -> max.field(Marks.FIELD))));
  }

  List<Cell> cells(Aggregate counted) {
    Map<String, Cell> cells = new TreeMap<>();
    counted(counted).forEach(cell -> cells.merge(cell.tile().toString(), cell, Cell::and));
    return cells.values().stream().sorted(ORDER).toList();
  }

  private Stream<Cell> counted(Aggregate counted) {
    return switch (counted._kind()) {
      case GeotileGrid ->
          counted.geotileGrid().buckets().array().stream().map(bucket -> Cell.of(Tile.read(bucket.key()), bucket));
      case Sterms ->
          counted.sterms().buckets().array().stream()
              .map(bucket -> Cell.of(Tile.read(bucket.key().stringValue()).within(precision), bucket));
      // No shard has a point in any document yet.
      default -> Stream.empty();
    };
  }
}
