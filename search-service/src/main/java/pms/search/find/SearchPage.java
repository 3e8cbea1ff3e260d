package pms.search.find;

import java.util.List;
import java.util.Map;

/**
 * A page of hits.
 *
 * @param items fewer than asked for, even none, where something was taken away since the search began: go on by next
 * @param total of all pages, as of now
 * @param next cursor of the next page; null on the last one
 */
record SearchPage(List<ImageHit> items, long total, String next, Map<String, List<Facets.Count>> facets) {}
