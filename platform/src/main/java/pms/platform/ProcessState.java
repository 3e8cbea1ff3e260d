package pms.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * How one process of a suite is.
 *
 * @param state {@code ready}, {@code starting} (runs, does not answer yet or any more) or {@code stopped}
 * @param ports by the variable that changes them
 * @param memory in bytes, with shared pages divided among their users; null where the system does not say
 * @param data its data folder
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessState(String name, String state, Map<String, Integer> ports, Long memory, Long pid, String data) {}
