package pms.upload.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Files made of boxes: HEIC, HEIF, AVIF, Canon's CR3, and the videos that look like them.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12</a> and 23008-12
 */
final class BoxHeader {

  private static final List<String> HEIC = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final List<String> AVIF = List.of("avif", "avis");
  private static final List<String> HEIF = List.of("mif1", "mif2", "msf1", "miaf", "heif");

  static boolean is(Head head) {
    return head.has(4, "ftyp");
  }

  /** By the major brand; the general ones say only in the list of compatible brands which codec is meant. */
  static Optional<ImageType> type(Head head) {
    if (!is(head) || head.length() < 12) {
      return Optional.empty();
    }
    String major = head.text(8, 4);
    if (major.equals("crx ")) {
      return Optional.of(ImageType.CR3);
    }
    if (HEIF.contains(major)) {
      List<String> compatible = compatible(head);
      return Optional.of(byCodec(compatible).orElse(ImageType.HEIF));
    }
    return byCodec(List.of(major));
  }

  /** The largest {@code ispe} property: the tiles and thumbnails beside the picture itself have smaller ones. */
  static Optional<PixelSize> size(Head head) {
    List<PixelSize> sizes = new ArrayList<>();
    find(head, 0, head.length(), "meta")
        .flatMap(meta -> find(head, meta.from() + 4, meta.to(), "iprp"))
        .flatMap(iprp -> find(head, iprp.from(), iprp.to(), "ipco"))
        .ifPresent(ipco -> collect(head, ipco, sizes));
    return sizes.stream().max(Comparator.comparingLong(PixelSize::pixels));
  }

  private record Box(String type, int from, int to) {}

  private static Optional<ImageType> byCodec(List<String> brands) {
    if (brands.stream().anyMatch(AVIF::contains)) {
      return Optional.of(ImageType.AVIF);
    }
    return brands.stream().anyMatch(HEIC::contains) ? Optional.of(ImageType.HEIC) : Optional.empty();
  }

  private static List<String> compatible(Head head) {
    long end = Math.min(Math.min(head.u32(0), head.length()), 1024);
    List<String> brands = new ArrayList<>();
    for (int at = 16; at + 4 <= end; at += 4) {
      brands.add(head.text(at, 4));
    }
    return brands;
  }

  private static void collect(Head head, Box ipco, List<PixelSize> sizes) {
    for (int at = ipco.from(); at < ipco.to(); ) {
      Box box = box(head, at, ipco.to());
      if (box.type().equals("ispe")) {
        PixelSize.of(head.u32(box.from() + 4), head.u32(box.from() + 8)).ifPresent(sizes::add);
      }
      at = box.to();
    }
  }

  private static Optional<Box> find(Head head, int from, int to, String type) {
    for (int at = from; at < to; ) {
      Box box = box(head, at, to);
      if (box.type().equals(type)) {
        return Optional.of(box);
      }
      at = box.to();
    }
    return Optional.empty();
  }

  /** Size 0 means up to the end; a 64-bit size (1) is never that of a header box, so nothing is behind it for us. */
  private static Box box(Head head, int at, int limit) {
    long size = head.u32(at);
    String type = head.text(at + 4, 4);
    if (size == 0 || size == 1) {
      return new Box(type, at + 8, limit);
    }
    if (size < 8) {
      throw new IndexOutOfBoundsException("box of " + size + " bytes");
    }
    return new Box(type, at + 8, (int) Math.min(at + size, limit));
  }

  private BoxHeader() {}
}
