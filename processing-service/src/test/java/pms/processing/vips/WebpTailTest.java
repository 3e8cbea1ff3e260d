package pms.processing.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebpTailTest {

  @TempDir Path folder;

  @Test
  void metadata_is_cut_off_and_no_longer_announced() throws IOException {
    String before = "RIFF\u0042\0\0\0WEBPVP8X\n\0\0\0\u001c\0\0\0\0\0\0\0\0\0VP8 \3\0\0\0abc\0EXIF\2\0\0\0xyXMP \4\0\0\0here";
    String after = "RIFF\"\0\0\0WEBPVP8X\n\0\0\0\u0010\0\0\0\0\0\0\0\0\0VP8 \3\0\0\0abc\0";
    assertThat(cut(before)).isEqualTo(after);
  }

  @Test
  void what_has_none_stays_as_it_is() throws IOException {
    String plain = "RIFF\u0010\0\0\0WEBPVP8 \4\0\0\0abcd";
    assertThat(cut(plain)).isEqualTo(plain);
  }

  private String cut(String webp) throws IOException {
    Path file = Files.writeString(folder.resolve("picture.webp"), webp, StandardCharsets.ISO_8859_1);
    WebpTail.cutOff(file);
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
