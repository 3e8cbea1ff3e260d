package pms.metadata.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many pictures each month has, newest first and the unknown time last.
 *
 * @param total pictures in the timeline
 */
record TimelineView(long total, List<Month> buckets) {

  /** @param days the same by days, for crowded months only */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TimelineMonth")
  record Month(String bucket, long count, List<Day> days) {}

  @Schema(name = "TimelineDay")
  record Day(String bucket, long count) {}
}
