package pms.processing.render;

import java.util.List;

/**
 * What runs behind the interface, for health and status.
 *
 * @param reads names of the formats that can be decoded
 * @param writes what renditions can be made in
 * @param guards what keeps a hostile picture from reaching anything else; none within our own process
 */
public record EngineInfo(
    String name, String version, List<String> reads, List<OutputFormat> writes, List<String> guards) {

  public EngineInfo(String name, String version, List<String> reads, List<OutputFormat> writes) {
    this(name, version, reads, writes, List.of());
  }

  public EngineInfo {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    guards = List.copyOf(guards);
  }

  public boolean writes(OutputFormat format) {
    return writes.contains(format);
  }
}
