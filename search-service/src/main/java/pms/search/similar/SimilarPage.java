package pms.search.similar;

import java.util.List;

/** Pictures that look like one, the likest first. */
record SimilarPage(List<SimilarHit> items) {}
