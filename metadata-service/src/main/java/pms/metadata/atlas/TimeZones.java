package pms.metadata.atlas;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time zone at a place, by a coarse map: right but for a few kilometres along borders; at sea the nautical zone. The
 * map is a tree of fields: 48 × 24 of them cover the world, each of which is in one zone or falls into four.
 *
 * @see <a href="https://www.npmjs.com/package/@photostructure/tz-lookup">the map, public domain</a>
 */
public final class TimeZones {

  private static final int COLUMNS = 48;
  private static final int ROWS = 24;

  /** Each field is a number of two digits, from {@code #} on; the highest numbers are zones, others lead to four fields. */
  private static final int BASE = 56;

  private static final int ZERO = '#';

  private record ZoneMap(String[] zones, byte[] tree) {

    static ZoneMap read(DataInputStream in) throws IOException {
      return new ZoneMap(in.readUTF().split(" "), in.readAllBytes());
    }

    int field(int index) {
      return (tree[2 * index] - ZERO) * BASE + tree[2 * index + 1] - ZERO;
    }
  }

  /** Read when first asked for. */
  private static final class Loaded {
    static final Optional<ZoneMap> MAP = Atlas.open("zones.gz", ZoneMap::read);
  }

  /** Whether there is a map at all. */
  public static boolean isThere() {
    return Loaded.MAP.isPresent();
  }

  /** @param latitude degrees WGS 84 */
  public static Optional<ZoneId> at(double latitude, double longitude) {
    return Loaded.MAP.flatMap(map -> zone(name(map, latitude, longitude)));
  }

  /** At a wall time; empty for the sun times of old, which no offset in whole minutes tells. */
  public static Optional<ZoneOffset> offset(ZoneId zone, LocalDateTime local) {
    return wholeMinutes(zone.getRules().getOffset(local));
  }

  public static Optional<ZoneOffset> offset(ZoneId zone, Instant instant) {
    return wholeMinutes(zone.getRules().getOffset(instant));
  }

  private static Optional<ZoneOffset> wholeMinutes(ZoneOffset offset) {
    return offset.getTotalSeconds() % 60 == 0 ? Optional.of(offset) : Optional.empty();
  }

  private static String name(ZoneMap map, double latitude, double longitude) {
    double x = Math.min((longitude + 180) / 360, Math.nextDown(1.0)) * COLUMNS;
    double y = Math.min((90 - latitude) / 180, Math.nextDown(1.0)) * ROWS;
    int firstZone = BASE * BASE - map.zones.length;
    int quarters = -1;
    int field = map.field((int) y * COLUMNS + (int) x);
    while (field < firstZone) {
      quarters += field + 1;
      x = 2 * (x - (int) x);
      y = 2 * (y - (int) y);
      field = map.field(COLUMNS * ROWS + quarters * 4 + (int) y * 2 + (int) x);
    }
    return map.zones[field - firstZone];
  }

  /** Empty for a zone that is newer than this Java. */
  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private TimeZones() {}
}
