package pms.metadata.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pms.kit.store.StoreFailure;
import pms.kit.worker.TimeLimit;
import pms.kit.worker.Workers;
import pms.metadata.extract.Bytes;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Pictures;

/** H5, H6, H9, H10: whatever a file does to its reader is a fact about the file, and the next one is read. */
class ReadersTest {

  private static final byte[] GOOD = Pictures.paris();
  private static final TimeLimit PATIENT = new TimeLimit(Duration.ofSeconds(60), Duration.ofSeconds(60));

  @TempDir static Path folder;
  @TempDir static Path elsewhere;

  private static Readers readers;
  private static int count;

  @BeforeAll
  static void start() {
    readers = readers(PATIENT, Duration.ofMinutes(10));
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  private static Readers readers(TimeLimit limit, Duration rest) {
    Workers.Terms terms = new Workers.Terms(1, 1000, Optional.of(rest));
    return new Readers(ReaderCommand.of(folder.resolve("" + count++), HostileReaderMain.class), terms, limit, 3);
  }

  static Stream<Arguments> hostile() {
    byte[] endless = new byte[6 << 20];
    Arrays.fill(endless, (byte) 'x');
    byte[] text = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] itxt = ByteBuffer.allocate(text.length + endless.length).put(text).put(endless).array();
    return Stream.of(
        Arguments.of("10,000 nested atoms", "image/heic", atoms()),
        Arguments.of("10,000 nested atoms", "image/x-canon-cr3", atoms()),
        Arguments.of("directories in a circle", "image/tiff", circle()),
        Arguments.of("directories in a circle", "image/jpeg", Pictures.jpegWithExif(circle())),
        Arguments.of("huge text", "image/png", Pictures.png(1, 1, "iTXt", itxt)),
        Arguments.of("ICO of 291 bytes", "image/bmp", icon()),
        Arguments.of("ICO of 291 bytes", "image/jpeg", icon()),
        Arguments.of("BMP of text", "image/bmp", ("BM" + "text ".repeat(1000)).getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("65,000 segments", "image/jpeg", segments()));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("hostile")
  void a_hostile_file_harms_no_other(String what, String type, byte[] file) {
    assertThat(read(readers, type, file).facts().camera()).as(what).isNull();
    assertThatTheNextIsRead(readers);
  }

  @ParameterizedTest
  @CsvSource({"die,stopped its reader 3 times", "eat,more memory", "recurse,nested too deeply"})
  void a_reader_that_breaks_is_recorded_and_replaced(String how, String told) {
    assertThat(warning(read(readers, how, GOOD))).contains(told);
    assertThatTheNextIsRead(readers);
  }

  @ParameterizedTest
  @CsvSource({"spin", "sleep"})
  void a_reader_that_hangs_is_ended(String how) {
    try (Readers hurried = readers(new TimeLimit(Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofMinutes(10))) {
      assertThat(warning(read(hurried, how, GOOD))).contains("too long");
    }
  }

  @Test
  void what_is_too_much_to_list_is_not_listed() {
    Extracted extracted = read(readers, "much", GOOD);
    assertThat(warning(extracted)).isEqualTo("read");
    assertThat(extracted.listing().exif()).isEmpty();
    assertThat(extracted.listing().warnings()).hasSize(1);
  }

  @Test
  void a_reader_that_was_taken_over_reaches_nothing() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is one of Linux");
    Path canary = Files.writeString(elsewhere.resolve("canary"), "secret");
    assertThat(warning(read(readers, "try", canary.toString().getBytes(StandardCharsets.UTF_8)))).isEqualTo("done:");
  }

  @Test
  void what_the_store_does_is_not_the_files_fault() {
    Bytes away = new Bytes() {
      @Override
      public long length() {
        return 1000;
      }

      @Override
      public byte[] read(long offset, int count) {
        throw new StoreFailure("away", null);
      }
    };
    for (String type : new String[] {"image/jpeg", "image/heic", "image/tiff"}) {
      assertThatThrownBy(() -> readers.read(type, away)).isInstanceOf(StoreFailure.class);
    }
    assertThatTheNextIsRead(readers);
  }

  @Test
  void of_a_large_raw_file_only_what_is_read_is_asked_for() {
    byte[] head = Pictures.exifOf(GOOD);
    AtomicLong asked = new AtomicLong();
    Extracted extracted = readers.read("image/x-nikon-nef", new Bytes() {
      @Override
      public long length() {
        return 300L << 20;
      }

      @Override
      public byte[] read(long offset, int count) {
        asked.addAndGet(count);
        byte[] part = new byte[count];
        System.arraycopy(head, (int) Math.min(offset, head.length), part, 0, (int) Math.clamp(head.length - offset, 0, count));
        return part;
      }
    });
    assertThat(extracted.facts().camera().model()).isEqualTo("D70");
    assertThat(asked).hasValueLessThan(1 << 20);
    assertThat(folder.resolve("0").toFile().list()).isEmpty();
  }

  @Test
  void a_worker_without_work_ends_and_comes_back() {
    try (Readers resting = readers(PATIENT, Duration.ofMillis(100))) {
      assertThat(resting.count()).isZero();
      assertThatTheNextIsRead(resting);
      await().atMost(Duration.ofSeconds(60)).until(() -> resting.count() == 0);
      assertThatTheNextIsRead(resting);
    }
  }

  private static void assertThatTheNextIsRead(Readers readers) {
    Extracted next = read(readers, "image/jpeg", GOOD);
    assertThat(next.placed().facts()).isEqualTo(Pictures.read("image/jpeg", GOOD).facts());
    assertThat(next.listing().exif()).isNotEmpty();
  }

  private static Extracted read(Readers readers, String type, byte[] file) {
    return readers.read(type, Bytes.of(file));
  }

  private static String warning(Extracted extracted) {
    return extracted.facts().warnings().getFirst();
  }

  private static byte[] atoms() {
    int count = 10_000;
    ByteBuffer atoms = ByteBuffer.allocate(16 + 8 * count);
    atoms.putInt(16).put("ftypheic".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    for (int i = 0; i < count; i++) {
      atoms.putInt(8 * (count - i)).put((i == 0 ? "meta" : "moov").getBytes(StandardCharsets.US_ASCII));
    }
    return atoms.array();
  }

  private static byte[] circle() {
    ByteBuffer tiff = ByteBuffer.allocate(60).putInt(0x4D4D002A).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(26);
    tiff.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(8);
    return tiff.array();
  }

  /** One picture of a length that no file has. */
  private static byte[] icon() {
    return ByteBuffer.allocate(291).putInt(0x00000100).putInt(0x01000000).putInt(0).putShort((short) 0x2000).putInt(-1).putInt(-1).array();
  }

  private static byte[] segments() {
    byte[] segment = {(byte) 0xFF, (byte) 0xED, 0, 16, 'P', 'h', 'o', 't', 'o', 's', 'h', 'o', 'p', ' ', '3', '.', '0', 0};
    ByteBuffer jpeg = ByteBuffer.allocate(2 + 65_000 * segment.length).putShort((short) 0xFFD8);
    for (int i = 0; i < 65_000; i++) {
      jpeg.put(segment);
    }
    return jpeg.array();
  }
}
