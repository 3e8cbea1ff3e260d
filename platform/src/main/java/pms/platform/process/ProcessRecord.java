package pms.platform.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * What is remembered of a started process, in {@code run/NAME.json}.
 *
 * @param pid 0 from the moment before it is started until its pid is known
 * @param started see {@link Proc#started}: tells it from a later process with the same pid
 */
public record ProcessRecord(String name, long pid, String started) {

  /** Written before the start, so that even a launcher killed in the very next moment leaves a trace. */
  static ProcessRecord intended(String name) {
    return new ProcessRecord(name, 0, "");
  }

  @JsonIgnore
  boolean isRunning() {
    Optional<String> now = pid == 0 ? Optional.empty() : Proc.started(pid);
    return now.filter(started::equals).isPresent();
  }
}
