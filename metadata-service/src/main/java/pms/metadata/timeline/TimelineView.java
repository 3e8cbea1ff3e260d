package pms.metadata.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How many pictures each month has, newest first and the unknown time last.
 *
 * @param total pictures in the timeline
 */
record TimelineView(long total, List<Month> buckets) {

  /** @param days the same by days, for crowded months only */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Month(String bucket, long count, List<Day> days) {}

  record Day(String bucket, long count) {}
}
