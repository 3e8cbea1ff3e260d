package pms.search.match;

import java.util.UUID;
import pms.kit.problem.Problem;

/**
 * All images of an owner that a query finds, in the order of their ids.
 *
 * @param after the id that the page before ended with; null for the first page
 * @param literal whether words are meant in no other form than the one that is written
 */
record AllRequest(String owner, String query, UUID after, int limit, boolean literal) {

  static AllRequest parse(byte[] json) {
    AllRequest request = MatchRequest.read(json, AllRequest.class);
    if (request.owner == null || request.owner.isBlank()) {
      throw Problem.invalid("owner", "is missing");
    }
    if (request.limit < 1 || request.limit > MatchRequest.MOST) {
      throw Problem.invalid("limit", "is a whole number from 1 to " + MatchRequest.MOST);
    }
    return request;
  }
}
