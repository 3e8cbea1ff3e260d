package pms.search.find;

import java.util.List;
import java.util.Map;

/**
 * A page of hits.
 *
 * @param total of all pages
 * @param next cursor of the next page; null on the last one
 */
record SearchPage(List<ImageHit> items, long total, String next, Map<String, List<Facets.Count>> facets) {}
