package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * @param queued images that the request added
 * @param waiting images whose files are still to be read
 * @param since when the oldest of them was asked for; absent when none waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RereadView(Long queued, long waiting, Instant since) {}
