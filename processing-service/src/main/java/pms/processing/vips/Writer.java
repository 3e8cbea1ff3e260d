package pms.processing.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pms.processing.render.Dimensions;
import pms.processing.render.Fit;
import pms.processing.render.Focus;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.Rendered;

/** Makes the renditions, each size from the next larger one, without any metadata. */
final class Writer {

  private static final int AV1 = 4;
  private static final int KEEP_NOTHING = 0;

  /**
   * Of 0 to 6 for WebP. On photographs 2 has slightly fewer bytes than 1 and is a third of a decibel worse; 0 has 5 % more
   * than 1 at the same difference, and takes three quarters of its time, which counts where there are many pixels.
   */
  private static final int WEBP_EFFORT = 1;
  private static final int WEBP_EFFORT_OF_LARGE = 0;
  private static final int LARGE = 1_000_000;

  /** Pixels beyond which the only rendition passes into its file row by row; several share what is made once. */
  private static final int HUGE = 16_000_000;

  /** Of 0 to 9 for AVIF. */
  private static final int AVIF_EFFORT = 2;

  private final boolean keeps;
  private final Map<Dimensions, Picture> scaled = new HashMap<>();
  private Picture smallest;

  /** @param keeps whether this version of the library knows the option for what is kept */
  Writer(boolean keeps) {
    this.keeps = keeps;
  }

  /** @param picture the whole of it, or as large as the largest output needs it */
  List<Rendered.File> write(Picture picture, Dimensions size, List<Output> outputs, Path folder) throws IOException {
    scale(picture, size, outputs);
    Map<Look, Path> written = new HashMap<>();
    try {
      for (Output output : outputs) {
        Path file = folder.resolve(output.fileName());
        Path same = written.putIfAbsent(Look.of(output, size), file);
        if (same == null) {
          save(fitted(output, size), output, file);
        } else {
          Files.copy(same, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (VipsFailure failure) {
      if (Complaint.isOfMemory(failure)) {
        throw failure;
      }
      // The picture is in memory by now, so that it is not what fails.
      throw new IOException("renditions cannot be written: " + failure.getMessage(), failure);
    }
    return outputs.stream()
        .map(output -> Rendered.File.of(output, output.size(size), folder.resolve(output.fileName())))
        .toList();
  }

  /** For hashes. */
  Picture smallest() {
    return smallest;
  }

  /** Bytes that are held while these are made of a picture that is in memory, by the renditions and by their encoders. */
  static long held(List<Output> outputs, Dimensions picture, int samples) {
    long pixels = outputs.stream()
        .filter(output -> isHeld(output, picture, outputs.size()))
        .map(output -> output.scaled(picture))
        .distinct()
        .mapToLong(Dimensions::pixels)
        .sum();
    long encoding = outputs.stream().mapToLong(output -> output.size(picture).pixels() * encoding(output.format())).max().orElse(0);
    return pixels * samples + encoding;
  }

  private static boolean isHeld(Output output, Dimensions picture, int outputs) {
    return outputs > 1 || encoding(output.format()) > 0 || output.scaled(picture).pixels() <= HUGE;
  }

  /** Bytes that an encoder holds of each pixel, beside its buffers; none where it takes rows as they come. */
  private static int encoding(OutputFormat format) {
    return switch (format) {
      case JPEG, PNG -> 0;
      case WEBP -> 2;
      case AVIF -> 12;
    };
  }

  /** What is stretched has another shape: nothing is made of it. */
  private void scale(Picture picture, Dimensions size, List<Output> outputs) {
    Predicate<Output> stretched = output -> output.fit() == Fit.FILL;
    List<Dimensions> sizes = outputs.stream()
        .filter(stretched.negate())
        .map(output -> output.scaled(size))
        .distinct()
        .sorted(Comparator.comparingLong(Dimensions::pixels).reversed())
        .toList();
    smallest = picture;
    for (Dimensions each : sizes) {
      Picture made = smallest.scaled(each);
      smallest = isHeld(outputs.getFirst(), size, outputs.size()) ? made.inMemory() : made;
      scaled.put(each, smallest);
    }
    outputs.stream()
        .filter(stretched)
        .map(output -> output.scaled(size))
        .forEach(each -> scaled.computeIfAbsent(each, to -> picture.scaled(to).inMemory()));
  }

  private Picture fitted(Output output, Dimensions size) {
    return Steps.fitted(scaled.get(output.scaled(size)), output.size(size), output.focus());
  }

  /** In the output's format. A JPEG with tables of its own would have 4 % fewer bytes of the same pixels, and take twice the time. */
  void save(Picture picture, Output output, Path file) throws IOException {
    switch (output.format()) {
      case JPEG -> save("jpegsave", picture.flat(), file, "Q", output.quality(), "optimize_coding", 0);
      case WEBP -> webp(picture, file, output.quality());
      case AVIF -> save("heifsave", picture, file, "Q", output.quality(), "compression", AV1, "effort", AVIF_EFFORT);
      case PNG -> save("pngsave", picture, file);
    }
  }

  private void webp(Picture picture, Path file, int quality) throws IOException {
    int effort = picture.size().pixels() > LARGE ? WEBP_EFFORT_OF_LARGE : WEBP_EFFORT;
    save("webpsave", picture, file, "Q", quality, "effort", effort);
    if (!keeps) {
      WebpTail.cutOff(file);
    }
  }

  private void save(String operation, Picture picture, Path file, Object... options) {
    Object[] nothing = keeps ? new Object[] {"keep", KEEP_NOTHING} : new Object[] {"strip", 1};
    picture.save(operation, file, Scope.with(nothing, options));
  }

  /** All that decides about the bytes of a file. Nothing is enlarged, so that of a small picture several sizes are one. */
  private record Look(Dimensions scaled, Dimensions size, Focus focus, OutputFormat format, int quality) {

    static Look of(Output output, Dimensions picture) {
      return new Look(output.scaled(picture), output.size(picture), output.focus(), output.format(), output.quality());
    }
  }
}
