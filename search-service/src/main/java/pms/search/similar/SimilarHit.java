package pms.search.similar;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import pms.search.find.ImageHit;

/**
 * A picture that looks like another.
 *
 * @param distance bits in which their perceptual hashes differ, of 64; near duplicates differ in ten or less
 */
record SimilarHit(@JsonUnwrapped ImageHit image, int distance) {}
