package pms.sharing.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pms.sharing.publicpage.KeptFile;

class ArchiveTest {

  private static final String END = "PK\u0005\u0006";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void what_broke_off_in_a_picture_does_not_look_whole() {
    KeptFile torn = new KeptFile("a.jpg", "image/jpeg", 9, new ByteArrayInputStream(new byte[0]), (in, to) -> {
      to.write(1);
      throw new IOException("the store went away");
    });
    assertThatThrownBy(() -> {
      try (Archive archive = new Archive(out); torn) {
        archive.add("", torn);
        archive.complete();
      }
    }).isInstanceOf(IOException.class).hasMessage("the store went away");
    assertThat(written()).doesNotContain(END);
  }

  @Test
  void pictures_are_in_it_as_they_are() throws IOException {
    byte[] picture = "0123456789".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    try (Archive archive = new Archive(out)) {
      archive.add("", KeptFile.of("a.jpg", new ByteArrayInputStream(picture)));
      archive.complete();
    }
    assertThat(written()).contains("0123456789".repeat(6_000), END);
    assertThat(out.size()).isBetween(picture.length, picture.length + 1_000);
  }

  private String written() {
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
