package pms.metadata.timeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How the timeline is cut. */
@ConfigMapping(prefix = "pms.metadata.timeline")
public interface TimelineConfig {

  /**
   * A month with more pictures is told by days as well. A thousand pictures are some 100 kB as columns and about thirty
   * screens of a grid: what a client still likes to fetch at once while somebody drags the scroll bar over a month.
   */
  @WithDefault("1000")
  @Min(1)
  long crowded();
}
