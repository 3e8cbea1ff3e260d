package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H1, H3 and H5: files made to hurt a metadata reader give warnings and nothing else. */
@Timeout(60)
class HostileFileTest {

  private static final byte[] SEED = Pictures.paris();

  @Test
  void a_file_cut_anywhere_is_read_as_far_as_it_goes() {
    IntStream.rangeClosed(0, 256).forEach(part -> {
      byte[] cut = Arrays.copyOf(SEED, SEED.length * part / 256);
      assertThat(Pictures.read("image/jpeg", cut)).isNotNull();
    });
  }

  @Test
  void flipped_bits_and_lengths_do_no_harm() {
    Random random = new Random(20_261_122);
    for (int round = 0; round < 5_000; round++) {
      byte[] broken = SEED.clone();
      for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
        broken[2 + random.nextInt(1500)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      assertThat(Pictures.read("image/jpeg", broken)).isNotNull();
    }
  }

  @Test
  void flipped_bits_in_a_tiff_do_no_harm() {
    byte[] seed = Pictures.exifOf(SEED);
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] broken = seed.clone();
      for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
        broken[random.nextInt(seed.length)] = (byte) random.nextInt(256);
      }
      assertThat(Pictures.read(round % 2 == 0 ? "image/tiff" : "image/x-nikon-nef", broken)).isNotNull();
    }
  }

  @Test
  void directories_that_point_at_each_other_end() {
    ByteBuffer tiff = ByteBuffer.allocate(60).putInt(0x4D4D002A).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(26);
    tiff.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(8);
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(tiff.array()))).isNotNull();
  }

  @Test
  void a_long_chain_of_directories_ends() {
    int count = 3_000;
    ByteBuffer tiff = ByteBuffer.allocate(8 + count * 18).putInt(0x4D4D002A).putInt(8);
    for (int i = 0; i < count; i++) {
      tiff.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8 + (i + 1) * 18).putInt(0);
    }
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(tiff.array()))).isNotNull();
  }

  @Test
  void a_length_of_four_gigabytes_is_not_believed() {
    for (int type = 1; type <= 13; type++) {
      ByteBuffer tiff = ByteBuffer.allocate(26).putInt(0x4D4D002A).putInt(8);
      tiff.putShort((short) 1).putShort((short) 0x010F).putShort((short) type).putInt(-1).putInt(8).putInt(0);
      assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(tiff.array())).facts().camera()).isNull();
    }
  }

  @Test
  void tags_that_point_at_the_same_bytes_again_and_again_do_not_fill_the_memory() {
    int count = 4_000;
    ByteBuffer tiff = ByteBuffer.allocate(4 << 20).putInt(0x4D4D002A).putInt(8).putShort((short) count);
    for (int tag = 1; tag <= count; tag++) {
      tiff.putShort((short) tag).putShort((short) 7).putInt(4_000_000).putInt(8);
    }
    Extracted extracted = Pictures.read("image/png", Pictures.png(1, 1, "eXIf", tiff.array()));
    assertThat(extracted.facts().warnings()).anyMatch(warning -> warning.contains("so much"));
    assertThat(extracted.listing().exif()).hasSizeLessThan(10);
  }

  @Test
  void values_too_large_for_memory_are_left_out_of_a_tiff() {
    ByteBuffer tiff = ByteBuffer.allocate(120).putInt(0x4D4D002A).putInt(8).putShort((short) 3);
    tiff.putShort((short) 0x010F).putShort((short) 2).putInt(6).putInt(100);
    tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(54);
    tiff.putShort((short) 0x935C).putShort((short) 7).putInt(1_500_000_000).putInt(110).putInt(0);
    tiff.position(54).putShort((short) 1).putShort((short) 0x9286).putShort((short) 7).putInt(1_500_000_000).putInt(110);
    tiff.position(100).put("Canon".getBytes(StandardCharsets.US_ASCII));
    Bytes large = new Bytes() {
      @Override
      public long length() {
        return 1_600_000_001L;
      }

      @Override
      public byte[] read(long offset, int count) {
        byte[] read = new byte[count];
        System.arraycopy(tiff.array(), (int) Math.min(offset, 120), read, 0, (int) Math.clamp(120 - offset, 0, count));
        return read;
      }
    };
    Extracted extracted = Pictures.read("image/tiff", large);
    assertThat(extracted.facts().camera().make()).isEqualTo("Canon");
    assertThat(extracted.facts().warnings()).isEmpty();
  }

  @Test
  void an_excerpt_takes_only_directories_and_values(@TempDir Path folder) throws IOException {
    byte[] tiff = Arrays.copyOf(Pictures.exifOf(SEED), 3_000_000);
    AtomicLong read = new AtomicLong();
    Path copy = Files.createFile(folder.resolve("copy"));
    TiffExcerpt.copy(new Bytes() {
      @Override
      public long length() {
        return tiff.length;
      }

      @Override
      public byte[] read(long offset, int count) throws IOException {
        read.addAndGet(count);
        return Bytes.of(tiff).read(offset, count);
      }
    }, copy);
    assertThat(Extractor.readFile("image/x-sony-arw", copy).facts().camera().model()).isEqualTo("D70");
    assertThat(read).hasValueLessThan(5_000);
    assertThat(copy).hasSize(tiff.length);
  }

  @Test
  void sixty_five_thousand_segments_end() {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    for (int i = 0; i < 65_000; i++) {
      jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xED, 0, 16, 'P', 'h', 'o', 't', 'o', 's', 'h', 'o', 'p', ' ', '3', '.', '0', 0});
    }
    assertThat(Pictures.read("image/jpeg", jpeg.toByteArray()).facts().warnings()).isNotEmpty();
  }

  @Test
  void nothing_outside_an_xmp_packet_is_read() throws IOException {
    try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + trap.getLocalPort() + "/canary";
      Path canary = Files.writeString(Files.createTempFile("canary", ".txt"), "CANARY");
      for (String dtd :
          new String[] {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + canary.toUri() + "\">]>",
            "<!DOCTYPE x SYSTEM \"" + url + "\">",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>"
          }) {
        String packet = dtd + Pictures.XMP.replaceAll("<\\?xpacket.*?\\?>", "").replace("Tower", "&e;");
        Extracted extracted = Pictures.read("image/jpeg", Pictures.withXmp(Pictures.jpeg(8, 8), packet));
        assertThat(extracted.toString()).doesNotContain("CANARY");
        assertThat(extracted.facts().warnings()).isNotEmpty();
      }
      trap.setSoTimeout(200);
      assertThat(contacted(trap)).isFalse();
      Files.delete(canary);
    }
  }

  @Test
  void entities_that_swell_are_refused() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY e").append(i).append(" \"").append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    String packet = dtd + "]>" + Pictures.XMP.replaceAll("<\\?xpacket.*?\\?>", "").replace("Tower", "&e29;");
    assertThat(Pictures.read("image/jpeg", Pictures.withXmp(Pictures.jpeg(8, 8), packet)).facts().warnings()).isNotEmpty();
  }

  @Test
  void ten_thousand_nested_elements_are_refused() {
    String start = Pictures.XMP.substring(0, Pictures.XMP.indexOf("<d:title>"));
    byte[] packet = (start + "<d:title>".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
    XmpTags xmp = new XmpTags();
    List<String> warnings = new ArrayList<>();
    xmp.read(packet, warnings);
    assertThat(warnings).hasSize(1);
    assertThat(xmp.text("xmp:Rating")).contains("4");
  }

  @Test
  void a_png_with_a_bomb_for_xmp_is_not_inflated() throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes("XML:com.adobe.xmp\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
      for (int i = 0; i < 64; i++) {
        deflated.write(new byte[1 << 20]);
      }
    }
    assertThat(Pictures.read("image/png", Pictures.png(1, 1, "iTXt", chunk.toByteArray())).facts().warnings()).hasSize(1);
  }

  /** H5: huge text. */
  @Test
  void texts_too_large_for_memory_are_not_read() {
    byte[] endless = new byte[6 << 20];
    Arrays.fill(endless, (byte) 'x');
    byte[] gif = Boxes.joined(Boxes.ascii("GIF89a"), new byte[7], new byte[] {0x21, (byte) 0xFF, 11}, Boxes.ascii("XMP DataXMP"), endless);
    assertThat(Pictures.read("image/gif", gif).facts().warnings()).singleElement().asString().contains("too large");
    byte[] png = Pictures.png(1, 1, "iTXt", Boxes.joined(Boxes.ascii("XML:com.adobe.xmp\0\0\0\0\0"), endless));
    assertThat(Pictures.read("image/png", png).facts().warnings()).singleElement().asString().contains("was not read");
    byte[] heic = Boxes.heif("heic", Pictures.exifOf(SEED), new String(endless, StandardCharsets.US_ASCII), Boxes.size(1, 1));
    assertThat(Pictures.read("image/heic", heic).facts().warnings()).singleElement().asString().contains("too much");
    assertThat(Pictures.read("image/heic", heic).facts().camera().make()).isEqualTo("Nikon");
  }

  @Test
  void chunks_that_lie_about_their_length_end() {
    byte[] png = Pictures.png(5, 5, "eXIf", new byte[10], "iTXt", new byte[40]);
    for (int at = 33; at < 37; at++) {
      byte[] lying = png.clone();
      lying[at] = (byte) 0xFF;
      assertThat(Pictures.read("image/png", lying).facts().warnings()).isNotEmpty();
    }
  }

  @Test
  void something_else_under_the_name_of_a_picture_gives_a_warning() {
    for (String type : new String[] {"image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp"}) {
      assertThat(Pictures.read(type, "not at all a picture, but text".getBytes(StandardCharsets.UTF_8)).facts().warnings()).hasSize(1);
      assertThat(Pictures.read(type, new byte[0]).facts().warnings()).hasSize(1);
    }
  }

  @Test
  void text_for_the_database_has_neither_nul_nor_half_characters() {
    byte[] jpeg =
        Pictures.withXmp(Pictures.jpeg(8, 8), Pictures.XMP.replace("Tower", "a&#x9;b").replace("Turm", "\uFFFDok"));
    assertThat(Pictures.read("image/jpeg", jpeg).facts().title()).isEqualTo("a\tb");
    assertThat(PlainText.clean("a\u0000b\uD800c\u001Bd", 100)).contains("abcd");
  }

  private static boolean contacted(ServerSocket trap) {
    try {
      trap.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
