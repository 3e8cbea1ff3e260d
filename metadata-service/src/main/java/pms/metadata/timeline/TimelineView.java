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

  /** @param days pictures of the 1st, the 2nd … of a crowded month: a list of numbers, since a library of years has thousands of days */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TimelineMonth")
  record Month(String bucket, long count, List<Long> days) {}
}
