package pms.search.timeline;

import java.util.List;

/**
 * An album by the months in which its pictures were taken.
 *
 * @param total pictures in the album that the caller can see
 * @param buckets newest first, the unknown time last; none for months without pictures
 */
record AlbumTimeline(long total, List<AlbumMonth> buckets) {

  /** @param bucket such as {@code 2024-06}, or {@code unknown} */
  record AlbumMonth(String bucket, long count) {}
}
