package pms.metadata.atlas;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The city at a place: the nearest of all with a thousand inhabitants, counted from the edge of a city as large as its
 * inhabitants need. Nothing beyond {@value #FURTHEST} km, such as at sea.
 *
 * @see <a href="https://www.geonames.org/">GeoNames, CC BY 4.0</a>
 */
public final class Cities {

  private static final int FURTHEST = 50;
  private static final double DEGREE = 111.2; // Kilometres of latitude.
  private static final double EDGE = 0.002; // Kilometres from the centre for the root of the inhabitants.
  private static final int COLUMNS = 360;
  private static final int ROWS = 180;

  /** In columns, in the order of the fields of one degree in which they lie. */
  private record Columns(int[] fields, float[] latitudes, float[] longitudes, float[] edges, short[] countries, int[] names, byte[] text) {

    static Columns read(DataInputStream in) throws IOException {
      int count = in.readInt();
      Columns cities =
          new Columns(
              new int[COLUMNS * ROWS + 1], new float[count], new float[count], new float[count], new short[count],
              new int[count + 1], new byte[in.readInt()]);
      for (int i = 0; i < count; i++) {
        cities.latitudes[i] = in.readInt() / 1e5f;
        cities.longitudes[i] = in.readInt() / 1e5f;
        cities.edges[i] = (float) (EDGE * Math.sqrt(in.readInt()));
        cities.countries[i] = in.readShort();
        cities.names[i + 1] = cities.names[i] + in.readUnsignedByte();
        cities.fields[field(row(cities.latitudes[i]), column(cities.longitudes[i])) + 1]++;
      }
      for (int field = 0; field < COLUMNS * ROWS; field++) {
        cities.fields[field + 1] += cities.fields[field];
      }
      in.readFully(cities.text);
      return cities;
    }

    City city(int index) {
      String name = new String(text, names[index], names[index + 1] - names[index], StandardCharsets.UTF_8);
      String code = "" + (char) (countries[index] >> 8 & 0xFF) + (char) (countries[index] & 0xFF);
      return new City(name, Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    }
  }

  /** Read when first asked for. */
  private static final class Loaded {
    static final Optional<Columns> CITIES = Atlas.open("cities.gz", Columns::read);
  }

  /** Whether there are cities at all. */
  public static boolean areThere() {
    return Loaded.CITIES.isPresent();
  }

  /** @param latitude degrees WGS 84 */
  public static Optional<City> nearest(double latitude, double longitude) {
    return Loaded.CITIES.flatMap(cities -> {
      int nearest = nearest(cities, latitude, longitude);
      return nearest < 0 ? Optional.empty() : Optional.of(cities.city(nearest));
    });
  }

  private static int nearest(Columns cities, double latitude, double longitude) {
    double narrow = Math.max(0.01, Math.cos(Math.toRadians(latitude)));
    int wide = (int) Math.min(COLUMNS / 2, Math.ceil(FURTHEST / DEGREE / narrow));
    int nearest = -1;
    double best = Double.MAX_VALUE;
    for (int row = Math.max(0, row(latitude) - 1); row <= Math.min(ROWS - 1, row(latitude) + 1); row++) {
      for (int across = -wide; across <= wide; across++) {
        int field = field(row, Math.floorMod(column(longitude) + across, COLUMNS));
        for (int city = cities.fields[field]; city < cities.fields[field + 1]; city++) {
          double distance = distance(cities.latitudes[city] - latitude, cities.longitudes[city] - longitude, narrow);
          if (distance <= FURTHEST && distance - cities.edges[city] < best) {
            best = distance - cities.edges[city];
            nearest = city;
          }
        }
      }
    }
    return nearest;
  }

  /** In kilometres, as if the ground were flat, which it nearly is so near. */
  private static double distance(double north, double east, double narrow) {
    double across = Math.abs(east) > 180 ? 360 - Math.abs(east) : east;
    return DEGREE * Math.hypot(north, across * narrow);
  }

  private static int field(int row, int column) {
    return row * COLUMNS + column;
  }

  private static int row(double latitude) {
    return Math.clamp((long) Math.floor(latitude + 90), 0, ROWS - 1);
  }

  private static int column(double longitude) {
    return Math.clamp((long) Math.floor(longitude + 180), 0, COLUMNS - 1);
  }

  private Cities() {}
}
