package pms.e2e.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pictures in a person's folder. */
final class PictureFiles {
  private static final Map<String, String> TYPES = Map.of(
      "jpg",
      "image/jpeg",
      "jpeg",
      "image/jpeg",
      "png",
      "image/png",
      "gif",
      "image/gif",
      "webp",
      "image/webp",
      "tif",
      "image/tiff",
      "tiff",
      "image/tiff",
      "heic",
      "image/heic",
      "avif",
      "image/avif",
      "bmp",
      "image/bmp");

  private PictureFiles() {}

  /** Recursively, in the order of their names; hidden and unreadable folders are left out. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.exists(folder)) return found;
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        boolean hidden =
            !visited.equals(folder) && visited.getFileName().toString().startsWith(".");
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && TYPES.containsKey(extension(file))) found.add(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException reason) {
        return FileVisitResult.CONTINUE;
      }
    });
    found.sort(null);
    return found;
  }

  static String type(Path file) {
    return TYPES.getOrDefault(extension(file), "application/octet-stream");
  }

  static String extensions() {
    return String.join(", ", TYPES.keySet().stream().sorted().toList());
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
