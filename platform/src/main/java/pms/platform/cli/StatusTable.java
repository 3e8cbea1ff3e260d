package pms.platform.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pms.platform.ProcessState;

/** The processes as a table, with the sum of their memory. */
record StatusTable(List<ProcessState> states) {

  private static final String ROW = "  %-14s %-9s %-14s %s";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("process", "state", "port", "memory"));
    for (ProcessState state : states) {
      String ports = state.ports().values().stream().map(String::valueOf).collect(Collectors.joining(", "));
      lines.add(ROW.formatted(state.name(), state.state(), ports, state.memory() == null ? "-" : mebibytes(state.memory())));
    }
    long sum = states.stream().filter(state -> state.memory() != null).mapToLong(ProcessState::memory).sum();
    lines.add(ROW.formatted("all", "", "", mebibytes(sum)));
    return lines;
  }

  private static String mebibytes(long bytes) {
    return "%5d MiB".formatted(bytes >> 20);
  }
}
