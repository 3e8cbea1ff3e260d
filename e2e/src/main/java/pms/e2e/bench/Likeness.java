package pms.e2e.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** How alike two folders of renditions are: sizes, looks, bytes. */
final class Likeness {
  private final Path ours;
  private final Path theirs;
  private final List<String> otherSizes = new ArrayList<>();
  private int sameSizes;
  private int sameHashes;
  private int pictures;

  Likeness(Path ours, Path theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  List<String> rows() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(row("large.jpg", "large.jpg"));
    lines.add(row("small.webp", "small.png"));
    for (String picture : pictures()) {
      pictures++;
      sameHashes += Files.readString(ours.resolve(picture).resolve("hash.txt"))
              .equals(Files.readString(theirs.resolve(picture).resolve("hash.txt")))
          ? 1
          : 0;
    }
    lines.add(String.format(Locale.ROOT, "  %d of %d renditions have the same size%s; thumbhashes: %d made by both, %d of them alike to the bit",
        sameSizes, sameSizes + otherSizes.size(), otherSizes.isEmpty() ? "" : " (" + String.join("; ", otherSizes) + ")", pictures, sameHashes));
    return lines;
  }

  private String row(String file, String readable) throws IOException {
    double sum = 0;
    double least = 1;
    String leastAlike = "";
    int compared = 0;
    for (String picture : pictures()) {
      BufferedImage one = ImageIO.read(ours.resolve(picture).resolve(readable).toFile());
      BufferedImage other = ImageIO.read(theirs.resolve(picture).resolve(readable).toFile());
      if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
        otherSizes.add(String.format("%s %s %d × %d, sharp %d × %d", picture, file, one.getWidth(), one.getHeight(), other.getWidth(), other.getHeight()));
        continue;
      }
      sameSizes++;
      double ssim = Ssim.of(one, other);
      sum += ssim;
      if (ssim < least) {
        least = ssim;
        leastAlike = " (" + picture + ")";
      }
      compared++;
    }
    return String.format(Locale.ROOT, "  %-42s %.4f mean, %.4f least%s   [0.97]   %.0f KB each, sharp's %.0f",
        "SSIM against sharp's " + file, compared == 0 ? Double.NaN : sum / compared, least, leastAlike, kilobytes(ours, file), kilobytes(theirs, file));
  }

  /** What both have made. */
  private List<String> pictures() throws IOException {
    try (Stream<Path> folders = Files.list(ours)) {
      return folders.map(folder -> folder.getFileName().toString())
          .filter(name -> Files.exists(ours.resolve(name).resolve("hash.txt")) && Files.exists(theirs.resolve(name).resolve("hash.txt")))
          .sorted()
          .toList();
    }
  }

  private double kilobytes(Path side, String file) throws IOException {
    double bytes = 0;
    List<String> all = pictures();
    for (String picture : all) {
      bytes += Files.size(side.resolve(picture).resolve(file));
    }
    return bytes / all.size() / 1000;
  }
}
