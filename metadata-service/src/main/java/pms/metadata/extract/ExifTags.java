package pms.metadata.extract;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffHeader;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryConstants;

/**
 * The tags of a TIFF structure, which is what EXIF is. Tags are kept as they are read, so that what stands before a
 * broken place is not lost with it.
 */
final class ExifTags {

  private static final int MOST_TAGS = 5_000;

  /** Of all values together: tags may point at the same bytes again and again. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int THUMBNAIL = TiffDirectoryConstants.DIRECTORY_TYPE_SUB;

  /** A tag's number means different things in different directories. */
  private record Key(int directory, int tag) {}

  private final Map<Key, TiffField> fields = new LinkedHashMap<>();
  private final Map<Key, TagValue> values = new HashMap<>();
  private long bytes;

  /** Reads what can be read; what stopped it is added to the warnings. */
  void read(ByteSource source, List<String> warnings) {
    read(source, TiffDirectoryConstants.DIRECTORY_TYPE_ROOT, warnings);
  }

  /** @param directory what the first directory is; what is known already stays */
  void read(ByteSource source, int directory, List<String> warnings) {
    try {
      new TiffReader(false).read(source, FormatCompliance.getDefault(), new Collector(directory));
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      warnings.add("EXIF: is broken" + (fields.isEmpty() ? "" : ", read up to there"));
    }
    if (isFull()) {
      warnings.add("EXIF: there is so much of it that the rest was not read");
    }
  }

  Optional<String> text(int tag) {
    return value(tag).flatMap(TagValue::text);
  }

  /** The tag's first number, if it is one. */
  Optional<Double> number(int tag) {
    return value(tag).flatMap(TagValue::number);
  }

  List<Double> numbers(int tag) {
    return value(tag).map(TagValue::numbers).orElse(List.of());
  }

  /** The rules that the whole file keeps, such as R98. */
  Optional<String> interoperability() {
    return find(TiffDirectoryConstants.DIRECTORY_TYPE_INTEROPERABILITY, 1).flatMap(TagValue::text);
  }

  /** A number above zero, since zero is how cameras write that they do not know. */
  Optional<Double> positive(int tag) {
    return number(tag).filter(number -> number > 0);
  }

  Optional<TagValue> gps(int tag) {
    return find(TiffDirectoryConstants.DIRECTORY_TYPE_GPS, tag);
  }

  /** The raw bytes of a tag of the first directory: TIFF files carry IPTC and XMP like this. */
  Optional<byte[]> bytes(int tag) {
    return Optional.ofNullable(fields.get(new Key(TiffDirectoryConstants.DIRECTORY_TYPE_ROOT, tag)))
        .map(TiffField::getByteArrayValue);
  }

  /** The sensitivity where only Canon's own note has it. */
  Optional<Double> isoOfMaker() {
    TiffField note = fields.get(new Key(TiffDirectoryConstants.DIRECTORY_TYPE_EXIF, ExifNumbers.MAKER_NOTE));
    if (note == null || !text(ExifNumbers.MAKE).orElse("").equals("Canon")) {
      return Optional.empty();
    }
    return new CanonMakerNote(note.getByteArrayValue(), note.getOffset(), note.getByteOrder()).iso();
  }

  /** The lens by its name, where only Canon's or Sony's own note has it. */
  Optional<String> lensOfMaker() {
    TiffField canon = note("Canon");
    if (canon != null) {
      return new MakerLens(canon.getByteArrayValue()).canon(canon.getOffset(), canon.getByteOrder());
    }
    TiffField sony = note("SONY");
    return sony == null
        ? Optional.empty()
        : new MakerLens(sony.getByteArrayValue()).sonyName(sony.getOffset(), sony.getByteOrder());
  }

  /** The lens by focal lengths and apertures, where only Nikon's or Sony's own note has them. */
  List<Double> lensNumbersOfMaker() {
    TiffField nikon = note("NIKON");
    if (nikon != null) {
      return new MakerLens(nikon.getByteArrayValue()).nikon();
    }
    TiffField sony = note("SONY");
    return sony == null ? List.of() : new MakerLens(sony.getByteArrayValue()).sony(sony.getOffset(), sony.getByteOrder());
  }

  private TiffField note(String maker) {
    boolean theirs = text(ExifNumbers.MAKE).orElse("").regionMatches(true, 0, maker, 0, maker.length());
    return theirs ? fields.get(new Key(TiffDirectoryConstants.DIRECTORY_TYPE_EXIF, ExifNumbers.MAKER_NOTE)) : null;
  }

  Map<String, Object> listing() {
    Map<String, Object> listing = new LinkedHashMap<>();
    fields.forEach((key, field) -> listing.putIfAbsent(name(key, field), new TagValue(field).listed()));
    return listing;
  }

  private boolean isFull() {
    return fields.size() >= MOST_TAGS || bytes >= MOST_BYTES;
  }

  private Optional<TagValue> value(int tag) {
    return find(TiffDirectoryConstants.DIRECTORY_TYPE_EXIF, tag)
        .or(() -> find(TiffDirectoryConstants.DIRECTORY_TYPE_ROOT, tag));
  }

  private Optional<TagValue> find(int directory, int tag) {
    Key key = new Key(directory, tag);
    TiffField field = fields.get(key);
    return field == null ? Optional.empty() : Optional.of(values.computeIfAbsent(key, k -> new TagValue(field)));
  }

  private static String name(Key key, TiffField field) {
    String name = ExifNames.of(field);
    return switch (key.directory) {
      case TiffDirectoryConstants.DIRECTORY_TYPE_ROOT,
          TiffDirectoryConstants.DIRECTORY_TYPE_EXIF,
          TiffDirectoryConstants.DIRECTORY_TYPE_GPS -> name;
      case THUMBNAIL -> "Thumbnail:" + name;
      default -> TiffDirectory.description(key.directory) + ":" + name;
    };
  }

  private final class Collector implements TiffReader.Listener {

    private final int first;

    Collector(int first) {
      this.first = first;
    }

    @Override
    public boolean addField(TiffField field) {
      bytes += field.getBytesLength();
      TiffField meant = field.getDirectoryType() == TiffDirectoryConstants.DIRECTORY_TYPE_ROOT ? in(first, field) : field;
      fields.putIfAbsent(new Key(meant.getDirectoryType(), field.getTag()), meant);
      return !isFull();
    }

    private static TiffField in(int directory, TiffField field) {
      return new TiffField(
          field.getTag(), directory, field.getFieldType(), field.getCount(), field.getOffset(), field.getByteArrayValue(),
          field.getByteOrder(), field.getSortHint());
    }

    @Override
    public boolean addDirectory(TiffDirectory directory) {
      return !isFull();
    }

    @Override
    public boolean readImageData() {
      return false;
    }

    @Override
    public boolean readOffsetDirectories() {
      return true;
    }

    @Override
    public boolean setTiffHeader(TiffHeader header) {
      return true;
    }
  }
}
