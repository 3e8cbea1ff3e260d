package pms.sharing.watermark;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import pms.contracts.Rendition;
import pms.kit.problem.Problem;
import pms.kit.store.ObjectMissing;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;

/**
 * Renditions with a text in them. What is read here are JPEGs that processing-service wrote itself, behind its guard, and never
 * what anybody uploaded; so it needs no guard again. A few at once, since each lies in memory as pixels.
 */
@ApplicationScoped
public class Watermarks {

  private static final String JPEG = "image/jpeg";
  private static final float QUALITY = 0.85f;

  /** Pixels of the largest rendition there is: a panorama of 1440 lines. */
  private static final long MOST_PIXELS = 1440L * 16_383;

  private final ObjectStore store;
  private final WatermarkCache cache;
  private final WatermarkConfig config;
  private final Semaphore running;

  Watermarks(ObjectStore store, WatermarkCache cache, WatermarkConfig config) {
    this.store = store;
    this.cache = cache;
    this.config = config;
    this.running = new Semaphore(config.concurrent(), true);
  }

  /**
   * @return a JPEG without metadata
   * @throws Problem 404 when it is not there or no JPEG: nothing leaves without the text
   */
  public byte[] stamped(Rendition rendition, String text) {
    if (!rendition.format().equals(JPEG) || (long) rendition.width() * rendition.height() > MOST_PIXELS) {
      throw Problem.notFound();
    }
    WatermarkCache.Key key = new WatermarkCache.Key(rendition.objectKey(), text);
    return cache.get(key).orElseGet(() -> inTurn(key, rendition));
  }

  private byte[] inTurn(WatermarkCache.Key key, Rendition rendition) {
    try {
      if (!running.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.of(503, "busy", "Busy", "The picture is still being rendered; ask again in a moment.");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problem.of(503, "unavailable", "Temporarily unavailable", "The service is stopping; try again in a moment.");
    }
    try {
      // Somebody may have come to the end between the look before and now.
      return cache.get(key).orElseGet(() -> cache.keep(key, make(rendition, key.text())));
    } finally {
      running.release();
    }
  }

  private byte[] make(Rendition rendition, String text) {
    try (InputStream in = store.get(rendition.objectKey())) {
      BufferedImage picture = read(in.readAllBytes());
      new Stamp(text).on(picture);
      return write(picture);
    } catch (ObjectMissing purgedMeanwhile) {
      throw Problem.notFound();
    } catch (IOException e) {
      throw new StoreFailure("get " + rendition.objectKey(), e);
    }
  }

  static BufferedImage read(byte[] jpeg) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  static byte[] write(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
