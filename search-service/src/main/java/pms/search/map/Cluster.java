package pms.search.map;

/**
 * Pictures that lie near one another.
 *
 * @param cell of the grid, as {@code zoom/x/y}
 * @param image id of one of them, to be shown
 */
record Cluster(String cell, long count, Centre centre, String image) {

  /** Of gravity, in degrees WGS 84. */
  record Centre(double latitude, double longitude) {}
}
