package pms.metadata.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pms.metadata.extract.Bytes;

class CachedBytesTest {

  @Test
  void any_place_of_a_file_can_be_read() throws IOException {
    byte[] file = new byte[(3 << 20) + 77];
    new Random(1).nextBytes(file);
    Bytes bytes = new CachedBytes(Bytes.of(file));
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      int offset = random.nextInt(file.length);
      int count = random.nextInt(Math.min(300_000, file.length - offset + 1));
      assertThat(bytes.read(offset, count)).isEqualTo(Arrays.copyOfRange(file, offset, offset + count));
    }
    assertThatThrownBy(() -> bytes.read(file.length - 1, 2)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> bytes.read(-1, 2)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> bytes.read(Long.MAX_VALUE, 2)).isInstanceOf(IOException.class);
  }
}
