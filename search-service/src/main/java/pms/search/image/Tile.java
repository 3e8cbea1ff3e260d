package pms.search.image;

/**
 * A cell of the grid that the web's map is drawn in: at zoom z, 2^z by 2^z of them, from the west and from the north.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames">their names</a>
 */
public record Tile(int zoom, int x, int y) {

  /** Where the square map ends. */
  private static final double LAST_LATITUDE = 85.0511287798066;

  /** That in which a point lies; beyond the ends of the map, the last one. */
  public static Tile at(double latitude, double longitude, int zoom) {
    int tiles = 1 << zoom;
    double sine = Math.sin(Math.toRadians(Math.clamp(latitude, -LAST_LATITUDE, LAST_LATITUDE)));
    double south = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return new Tile(zoom, number((longitude + 180) / 360 * tiles, tiles), number(south * tiles, tiles));
  }

  /** @param name as {@code zoom/x/y} */
  public static Tile read(String name) {
    String[] parts = name.split("/");
    return new Tile(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** That of a coarser grid in which this one lies. */
  public Tile within(int coarser) {
    int halvings = zoom - coarser;
    return new Tile(coarser, x >> halvings, y >> halvings);
  }

  @Override
  public String toString() {
    return zoom + "/" + x + "/" + y;
  }

  private static int number(double place, int tiles) {
    return (int) Math.clamp(Math.floor(place), 0, tiles - 1);
  }
}
