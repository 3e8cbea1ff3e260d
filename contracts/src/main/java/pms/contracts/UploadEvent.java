package pms.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The family of topic {@code image-uploaded}: which files an image has. Each record is the whole truth, since compaction
 * keeps only the last one of an image; of two the one with the higher revision counts.
 */
public sealed interface UploadEvent extends PmsEvent, ImageEvent permits ImageUploaded, OriginalReplaced {

  /** Grows by one with every record of the image; 1 is its upload. */
  long revision();

  /** When the image came, not its current file. */
  Instant uploadedAt();

  /** Every file that the image ever had, oldest first; all are kept until it is purged. */
  List<OriginalFile> originals();

  /** The file that counts now. */
  OriginalFile file();

  @Override
  default String key() {
    return ImageEvent.super.key();
  }
}
