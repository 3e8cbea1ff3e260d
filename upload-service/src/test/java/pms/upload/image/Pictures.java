package pms.upload.image;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import pms.upload.format.Samples;

/** Sound pictures whose bytes differ from each other. */
public final class Pictures {

  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

  public static byte[] jpeg() {
    return jpeg(0);
  }

  /** With so many bytes behind its end, which decoders ignore. */
  public static byte[] jpeg(int more) {
    byte[] number = ByteBuffer.allocate(8 + more).putLong(NUMBER.incrementAndGet()).array();
    return Samples.concat(Samples.written("jpg", 64, 48), number);
  }

  private Pictures() {}
}
