package pms.search.similar;

import java.util.List;
import pms.search.find.ImageHit;

/** Pictures that have words in common with one, those with the most telling ones first. */
record LikePage(List<ImageHit> items) {}
