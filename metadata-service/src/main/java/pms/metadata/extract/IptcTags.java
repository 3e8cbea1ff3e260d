package pms.metadata.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcParser;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcRecord;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;

/** The IPTC records in a Photoshop segment. */
final class IptcTags {

  private static final byte[] SEGMENT = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] IPTC_BLOCK = {'8', 'B', 'I', 'M', 4, 4, 0, 0};
  private static final int MOST_VALUES = 2_000;
  private static final int LONGEST = 10_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private int count;

  void read(byte[] segment, List<String> warnings) {
    try {
      for (IptcRecord entry : new IptcParser().parsePhotoshopSegment(segment, false).getRecords()) {
        add(entry);
      }
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      warnings.add("IPTC: is broken");
    }
  }

  /** TIFF files carry the records bare; the parser wants them in a segment. */
  static byte[] asSegment(byte[] records) {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(SEGMENT);
    segment.writeBytes(IPTC_BLOCK);
    segment.writeBytes(ByteBuffer.allocate(4).putInt(records.length).array());
    segment.writeBytes(records);
    if (records.length % 2 == 1) {
      segment.write(0);
    }
    return segment.toByteArray();
  }

  /** Photoshop's resources stand in a TIFF tag without their header. */
  static byte[] withHeader(byte[] resources) {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(SEGMENT);
    segment.writeBytes(resources);
    return segment.toByteArray();
  }

  List<String> all(IptcTypes type) {
    return values.getOrDefault(type.getName(), List.of());
  }

  Optional<String> text(IptcTypes type) {
    return all(type).stream().findFirst();
  }

  Map<String, Object> listing() {
    Map<String, Object> listing = new LinkedHashMap<>();
    values.forEach((name, all) -> listing.put(name, all.size() == 1 ? all.getFirst() : List.copyOf(all)));
    return listing;
  }

  private void add(IptcRecord entry) {
    Optional<String> value = PlainText.clean(asMeant(entry.getValue()), LONGEST);
    if (value.isPresent() && count++ < MOST_VALUES) {
      values.computeIfAbsent(entry.getIptcTypeName(), name -> new ArrayList<>()).add(value.get());
    }
  }

  /** Many write UTF-8 without announcing it, and then it was read as Latin-1. */
  private static String asMeant(String value) {
    if (value.chars().allMatch(c -> c < 0x80) || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      return value;
    }
    try {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException latin1Indeed) {
      return value;
    }
  }
}
