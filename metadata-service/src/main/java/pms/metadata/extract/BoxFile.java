package pms.metadata.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryConstants;

/**
 * Steps over the outermost boxes of a HEIC, HEIF, AVIF or CR3 file and opens those with metadata.
 *
 * @see <a href="https://github.com/lclevy/canon_cr3">what is known of CR3</a>
 */
final class BoxFile {

  private static final int MOST_BOXES = 10_000;
  private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");
  private static final UUID CANON = UUID.fromString("85c0b687-820f-11e0-8111-f4ce462b6a48");

  private final Bytes file;
  private final Payloads found;

  BoxFile(Bytes file, Payloads found) {
    this.file = file;
    this.found = found;
  }

  void read() throws IOException {
    long at = 0;
    for (int count = 0; at + 8 <= file.length(); count++) {
      if (count == MOST_BOXES) {
        found.warn("The file has more than " + MOST_BOXES + " boxes, the rest was not read.");
        return;
      }
      at = box(at, count == 0);
    }
  }

  /** @return where the next one begins */
  private long box(long at, boolean first) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(file.read(at, (int) Math.min(16, file.length() - at)));
    long size = Integer.toUnsignedLong(header.getInt());
    String type = Box.name(header);
    if (first && !type.equals("ftyp")) {
      throw new IOException("does not begin like a file of boxes");
    }
    int before = size == 1 ? 16 : 8;
    long whole = size == 1 ? header.getLong() : (size == 0 ? file.length() - at : size);
    if (whole < before || whole > Long.MAX_VALUE - at) {
      throw new IOException("has a box of impossible length");
    }
    content(type, at + before, Math.min(whole - before, file.length() - at - before));
    return at + whole;
  }

  private void content(String type, long from, long length) throws IOException {
    switch (type) {
      case "meta" -> new HeifMeta(block(from, length), file, found).read();
      case "moov" -> canon(block(from, length));
      case "uuid" -> xmp(from, length);
      default -> {}
    }
  }

  private ByteBuffer block(long from, long length) throws IOException {
    if (length > Payloads.LONGEST) {
      throw new IOException("has metadata of " + length + " bytes, which is too much");
    }
    return ByteBuffer.wrap(file.read(from, (int) length));
  }

  private void xmp(long from, long length) throws IOException {
    if (length > 16 && XMP.equals(uuid(ByteBuffer.wrap(file.read(from, 16))))) {
      found.xmp(Box.rest(block(from + 16, length - 16)));
    }
  }

  /** Canon puts the directories of EXIF into boxes of their own, each as a TIFF structure. */
  private void canon(ByteBuffer moov) throws IOException {
    Optional<ByteBuffer> uuid = Box.first(Box.in(moov), "uuid");
    if (uuid.isEmpty() || uuid.get().remaining() < 16 || !CANON.equals(uuid(uuid.get()))) {
      return;
    }
    List<Box> boxes = Box.in(uuid.get().position(16));
    Box.first(boxes, "CMT1").ifPresent(tiff -> found.exif(Box.rest(tiff), TiffDirectoryConstants.DIRECTORY_TYPE_ROOT));
    Box.first(boxes, "CMT2").ifPresent(tiff -> found.exif(Box.rest(tiff), TiffDirectoryConstants.DIRECTORY_TYPE_EXIF));
    Box.first(boxes, "CMT4").ifPresent(tiff -> found.exif(Box.rest(tiff), TiffDirectoryConstants.DIRECTORY_TYPE_GPS));
  }

  private static UUID uuid(ByteBuffer in) {
    ByteBuffer bytes = in.slice();
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
