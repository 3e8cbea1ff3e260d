package pms.metadata.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of the primary item of a HEIC, HEIF or AVIF: its size, how it is turned, its colours. */
final class HeifProperties {

  private final Payloads found;

  HeifProperties(Payloads found) {
    this.found = found;
  }

  void read(ByteBuffer iprp, long primary) throws IOException {
    List<Box> boxes = Box.in(iprp);
    Optional<ByteBuffer> all = Box.first(boxes, "ipco");
    if (all.isEmpty()) {
      return;
    }
    List<Box> properties = Box.in(all.get());
    List<Box> own = new ArrayList<>();
    for (Box box : boxes) {
      if (box.type().equals("ipma")) {
        for (int index : indexes(box.content().slice(), primary)) {
          if (index > 0 && index <= properties.size()) {
            own.add(properties.get(index - 1));
          }
        }
      }
    }
    size(own);
    own.stream().filter(box -> box.type().equals("colr")).forEach(box -> colours(box.content().slice()));
  }

  private static List<Integer> indexes(ByteBuffer ipma, long primary) {
    int flags = ipma.getInt();
    List<Integer> indexes = new ArrayList<>();
    long items = Integer.toUnsignedLong(ipma.getInt());
    for (long i = 0; i < items; i++) {
      long id = HeifMeta.identifier(ipma, flags >>> 24 > 0);
      int count = Byte.toUnsignedInt(ipma.get());
      for (int p = 0; p < count; p++) {
        int index = (flags & 1) == 1 ? ipma.getShort() & 0x7FFF : ipma.get() & 0x7F;
        if (id == primary) {
          indexes.add(index);
        }
      }
    }
    return indexes;
  }

  /** Readers turn the picture as the container says, whatever orientation EXIF has. */
  private void size(List<Box> properties) {
    boolean turned =
        Box.first(properties, "irot").filter(ByteBuffer::hasRemaining).map(angle -> angle.get() & 1).orElse(0) == 1;
    Box.first(properties, "ispe").filter(size -> size.remaining() >= 12).ifPresent(size -> {
      int width = size.getInt(4);
      int height = size.getInt(8);
      found.uprightSize(turned ? height : width, turned ? width : height);
    });
  }

  /** A whole profile, or the code of known primaries. */
  private void colours(ByteBuffer colr) {
    String kind = Box.name(colr);
    if (kind.equals("prof") || kind.equals("rICC")) {
      found.profile(Box.rest(colr));
    } else if (kind.equals("nclx")) {
      found.profileName(
          switch (colr.getShort()) {
            case 1 -> "sRGB";
            case 9 -> "BT.2020";
            case 12 -> "Display P3";
            default -> null;
          });
    }
  }
}
