package pms.e2e.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/** One picture of the collection: how it is painted, and what its camera wrote into it. */
public record SamplePicture(
    String fileName, int width, int height, PictureFacts facts, Supplier<Scene> scene) {

  private static final float QUALITY = 0.93f;

  public byte[] jpeg() {
    Canvas canvas = new Canvas(width, height);
    scene.get().paint(canvas);
    return Jpeg.encode(canvas.developed(), QUALITY, facts);
  }

  /** Painted once; the same file the next time. */
  public Path in(Path folder) throws IOException {
    Path file = folder.resolve(fileName);
    if (Files.exists(file)) return file;
    Files.createDirectories(folder);
    Path painting = Files.createTempFile(folder, "painting", ".part");
    Files.write(painting, jpeg());
    return Files.move(painting, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
