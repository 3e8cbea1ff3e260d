package pms.search.map;

import java.util.List;

/**
 * What is on a part of the map.
 *
 * @param total of pictures there
 */
record ClusterPage(List<Cluster> items, long total) {}
