package pms.processing.render;

import java.util.List;

/**
 * What runs behind the interface, for health and status.
 *
 * @param reads names of the formats that can be decoded
 * @param writes what renditions can be made in
 */
public record EngineInfo(String name, String version, List<String> reads, List<OutputFormat> writes) {

  public EngineInfo {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  public boolean writes(OutputFormat format) {
    return writes.contains(format);
  }
}
