package pms.processing.render;

import java.util.List;

/**
 * What runs behind the interface, for health and status.
 *
 * @param reads names of the formats that can be decoded
 * @param writes media types of the renditions
 */
public record EngineInfo(String name, String version, List<String> reads, List<String> writes) {}
