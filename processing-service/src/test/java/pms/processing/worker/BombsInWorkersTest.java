package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pms.processing.render.Bombs;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestLibrary;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;

/** H2, H3 in the processes that pictures are decoded in: what they take while they read bombs, and whom they ask for what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BombsInWorkersTest {

  private static final long PICTURE = 96L << 20;

  /** A JVM and the library before the first picture. */
  private static final long START = 128L << 20;

  @TempDir static Path folder;
  @TempDir static Path elsewhere;

  private WorkerPool pool;
  private int count;

  /** Another one has to pass the same tests. */
  TestLibrary library() {
    return TestLibrary.fetched();
  }

  @BeforeAll
  void start() {
    pool = new WorkerPool(WorkerCommand.of(folder, PICTURE, library().choice()), 1, 1000);
  }

  @AfterAll
  void stop() {
    pool.close();
  }

  /** H2: none takes more than its worker may have, and the next picture is shown. */
  @Test
  void bombs_stay_below_the_limit_of_their_worker() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: this system does not tell what a process takes");
    for (Map.Entry<String, byte[]> bomb : Bombs.all().entrySet()) {
      ended(bomb.getValue(), List.of());
      assertThat(memoryOfTheWorker()).as("after " + bomb.getKey()).isLessThan(PICTURE + WorkerCommand.ASIDE + START);
    }
    // One as it may come, and an edit that needs all of it.
    byte[] large = TestPictures.png(new BufferedImage(9000, 3000, BufferedImage.TYPE_BYTE_GRAY));
    assertThat(ended(large, List.of(new Operation.Rotate(90)))).isEqualTo("shown");
    assertThat(memoryOfTheWorker()).isLessThan(PICTURE + WorkerCommand.ASIDE + START);
    assertThat(limitOfAddresses()).isNotEqualTo("unlimited");
  }

  /** H3: nobody is asked for what a file refers to, be it on the net or on the disk. */
  @Test
  void what_a_file_refers_to_is_not_fetched() throws Exception {
    Path canary = Files.writeString(elsewhere.resolve("canary.txt"), "CANARY");
    try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + trap.getLocalPort() + "/";
      for (String target : List.of(url, canary.toUri().toString())) {
        references(target).forEach(file -> ended(file, List.of()));
      }
      trap.setSoTimeout(200);
      assertThat(contacted(trap)).isFalse();
    }
    try (Stream<Path> written = Files.walk(folder)) {
      List<Path> outputs = written.filter(file -> file.getFileName().toString().startsWith("small.")).toList();
      assertThat(outputs).isNotEmpty().allSatisfy(file ->
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "127.0.0.1"));
    }
  }

  /** In drawings, in XMP, and in a document behind a picture. */
  private static Stream<byte[]> references(String target) {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + target + "'>]>";
    byte[] jpeg = TestPictures.jpeg(TestPictures.scene(60, 40));
    String document = "%PDF-1.7\n1 0 obj<</Type/Action/S/URI/URI(" + target + ")>>endobj\n%%EOF";
    return Stream.of(
        latin("<?xml version='1.0'?>" + entity + "<svg xmlns='http://www.w3.org/2000/svg'><text>&e;</text></svg>"),
        latin("<svg xmlns='http://www.w3.org/2000/svg'><image href='" + target + "'/></svg>"),
        latin("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='" + target + "'/></svg>"),
        latin("<svg xmlns='http://www.w3.org/2000/svg'><style>@import '" + target + "';</style></svg>"),
        TestPictures.withXmp(jpeg, entity + "<x:xmpmeta xmlns:x='adobe:ns:meta/'>&e;</x:xmpmeta>"),
        Bombs.after(TestPictures.png(TestPictures.scene(60, 40)), "iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + entity + "<x>&e;</x>"),
        joined(jpeg, latin(document)),
        latin(document));
  }

  private static boolean contacted(ServerSocket trap) throws IOException {
    try {
      trap.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  /** Shown, or why not. */
  private String ended(byte[] file, List<Operation> operations) {
    try {
      Path place = Files.createDirectory(folder.resolve("picture" + count++));
      List<Output> outputs = List.of(Output.shortSide("small", 250, OutputFormat.JPEG, 80));
      RenderPlan plan = new RenderPlan(operations, outputs, 400_000_000, PICTURE, Duration.ofSeconds(20));
      Rendered rendered = pool.render(Files.write(place.resolve("original"), file), place, plan);
      assertThat(rendered.files().getFirst().path()).isNotEmptyFile();
      return "shown";
    } catch (Unrenderable reason) {
      assertThat(reason.getMessage()).endsWith(".");
      return reason.getMessage();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The most that it ever had. */
  private long memoryOfTheWorker() throws IOException {
    return 1024 * Long.parseLong(told("status", "VmHWM").replaceAll("\\D+", ""));
  }

  private String limitOfAddresses() throws IOException {
    return told("limits", "Max address space").strip().split("\\s+")[0];
  }

  private String told(String file, String what) throws IOException {
    long worker = ProcessHandle.current().children().map(ProcessHandle::pid).filter(this::isOurs).findFirst().orElseThrow();
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + worker + "/" + file))) {
      return lines.filter(line -> line.startsWith(what)).findFirst().orElseThrow().substring(what.length());
    }
  }

  private boolean isOurs(long process) {
    try {
      return Files.readString(Path.of("/proc/" + process + "/cmdline")).contains(folder.toString());
    } catch (IOException ended) {
      return false;
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] joined = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
