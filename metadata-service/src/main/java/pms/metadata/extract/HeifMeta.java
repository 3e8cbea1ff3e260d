package pms.metadata.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The meta box of HEIC, HEIF and AVIF: which items carry EXIF and XMP, where their bytes lie, and what is told of the
 * picture itself.
 *
 * @see <a href="https://www.iso.org/standard/83650.html">ISO/IEC 23008-12</a>
 */
final class HeifMeta {

  private static final int FULL = 4; // Version and flags in front of a full box.
  private static final int MOST_EXTENTS = 1_000;

  private final ByteBuffer meta;
  private final Bytes file;
  private final Payloads found;
  private final Map<Long, String> kinds = new HashMap<>();

  HeifMeta(ByteBuffer meta, Bytes file, Payloads found) {
    this.meta = meta;
    this.file = file;
    this.found = found;
  }

  void read() throws IOException {
    if (meta.remaining() < FULL) {
      return;
    }
    List<Box> boxes = Box.in(meta.position(FULL).slice());
    Optional<ByteBuffer> primary = Box.first(boxes, "pitm");
    Optional<ByteBuffer> properties = Box.first(boxes, "iprp");
    if (primary.isPresent() && properties.isPresent()) {
      new HeifProperties(found).read(properties.get(), identifier(primary.get(), version(primary.get()) > 0));
    }
    Optional<ByteBuffer> items = Box.first(boxes, "iinf");
    Optional<ByteBuffer> locations = Box.first(boxes, "iloc");
    if (items.isPresent() && locations.isPresent()) {
      kinds(items.get());
      locations(locations.get(), Box.first(boxes, "idat"));
    }
  }

  private void kinds(ByteBuffer iinf) throws IOException {
    iinf.position(iinf.get(0) == 0 ? FULL + 2 : FULL + 4);
    for (Box entry : Box.in(iinf.slice())) {
      ByteBuffer item = entry.content().slice();
      int version = version(item);
      if (entry.type().equals("infe") && version >= 2) {
        long id = identifier(item, version > 2);
        item.getShort();
        String type = Box.name(item);
        text(item);
        kinds.put(id, type.equals("mime") ? text(item) : type);
      }
    }
  }

  private void locations(ByteBuffer iloc, Optional<ByteBuffer> inside) throws IOException {
    int version = version(iloc);
    int sizes = Short.toUnsignedInt(iloc.getShort());
    long count = identifier(iloc, version > 1);
    for (long i = 0; i < count; i++) {
      String kind = kinds.getOrDefault(identifier(iloc, version > 1), "");
      int method = version == 0 ? 0 : iloc.getShort() & 0xF;
      iloc.getShort();
      long base = number(iloc, sizes >> 4 & 0xF);
      int extents = Short.toUnsignedInt(iloc.getShort());
      int index = version == 0 ? 0 : sizes & 0xF;
      ByteBuffer list = next(iloc, extents * (index + (sizes >> 12) + (sizes >> 8 & 0xF)));
      if (wants(kind) && method < 2 && extents <= MOST_EXTENTS) {
        Optional<ByteBuffer> source = method == 0 ? Optional.empty() : Optional.of(inside.orElseGet(() -> ByteBuffer.allocate(0)));
        keep(kind, payload(new Extents(list, extents, index, sizes >> 12, sizes >> 8 & 0xF, base), source));
      }
    }
  }

  /** The pieces of an item; sizes are those of the numbers in the list. */
  private record Extents(ByteBuffer list, int count, int index, int offset, int length, long base) {}

  /** @param inside where the pieces lie if not in the file itself */
  private byte[] payload(Extents extents, Optional<ByteBuffer> inside) throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (int i = 0; i < extents.count; i++) {
      number(extents.list, extents.index);
      long offset = extents.base + number(extents.list, extents.offset);
      long length = number(extents.list, extents.length);
      if (length < 0 || payload.size() + length > Payloads.LONGEST) {
        throw new IOException("has metadata of " + length + " bytes, which is too much");
      }
      payload.writeBytes(inside.isEmpty() ? file.read(offset, (int) length) : part(inside.get(), offset, (int) length));
    }
    return payload.toByteArray();
  }

  private static ByteBuffer next(ByteBuffer in, int count) {
    ByteBuffer part = in.slice(in.position(), count);
    in.position(in.position() + count);
    return part;
  }

  /** The first of a kind counts, so no more than one is read. */
  private boolean wants(String kind) {
    return kind.equals("Exif") ? found.exif.isEmpty() : kind.equals("application/rdf+xml") && found.xmp == null;
  }

  private void keep(String kind, byte[] payload) {
    if (!kind.equals("Exif")) {
      found.xmp(payload);
    } else if (payload.length > 4) {
      ByteBuffer tiff = ByteBuffer.wrap(payload);
      int header = Math.clamp(tiff.getInt(), 0, payload.length - 4);
      found.exif(Box.rest(tiff.position(4 + header)));
    }
  }

  private static byte[] part(ByteBuffer inside, long offset, int length) throws IOException {
    if (offset < 0 || offset > inside.remaining() - length) {
      throw new IOException("points at metadata that is not there");
    }
    return Box.rest(inside.slice((int) offset, length));
  }

  /** Reads version and flags. */
  static int version(ByteBuffer in) {
    return in.getInt() >>> 24;
  }

  static long identifier(ByteBuffer in, boolean wide) {
    return wide ? Integer.toUnsignedLong(in.getInt()) : Short.toUnsignedLong(in.getShort());
  }

  private static long number(ByteBuffer in, int size) {
    return switch (size) {
      case 4 -> Integer.toUnsignedLong(in.getInt());
      case 8 -> in.getLong();
      default -> 0;
    };
  }

  /** Up to a NUL. */
  private static String text(ByteBuffer in) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (in.hasRemaining()) {
      byte b = in.get();
      if (b == 0) {
        break;
      }
      text.write(b);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
