package pms.search.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.search.index.Elasticsearch;

/**
 * Which of these images of one owner match which of these queries?
 *
 * @param images at most {@value #MOST}; none to have the queries checked
 */
record MatchRequest(String owner, List<String> queries, List<Told> images) {

  static final int MOST = 1_000;

  /**
   * How much of an image the asker has heard; an answer that knows less would be of the past.
   *
   * @param uploaded whether its upload was heard of
   * @param facts revision of its metadata; null for none heard
   * @param version whose renditions were heard of; null for none
   * @param renditions revision of these
   * @param lifecycle revision of its life after the upload; null for none heard
   */
  record Told(UUID id, boolean uploaded, Long facts, Integer version, Long renditions, Long lifecycle) {}

  static MatchRequest parse(byte[] json) {
    MatchRequest request = read(json, MatchRequest.class);
    if (request.owner == null || request.owner.isBlank()) {
      throw Problem.invalid("owner", "is missing");
    }
    List<Told> images = request.images == null ? List.of() : request.images;
    if (images.size() > MOST || new HashSet<>(images.stream().map(Told::id).toList()).contains(null)) {
      throw Problem.invalid("images", "is a list of at most " + MOST + " images with their ids");
    }
    return new MatchRequest(request.owner, request.queries, images);
  }

  static <T> T read(byte[] json, Class<T> type) {
    try {
      T body = Elasticsearch.JSON.readValue(json == null ? new byte[0] : json, type);
      if (body == null) {
        throw Problem.invalid("body", "is missing");
      }
      return body;
    } catch (JsonProcessingException unreadable) {
      throw Problem.invalid("body", "is not understood");
    } catch (IOException impossible) {
      throw new IllegalStateException("bytes in memory cannot be read", impossible);
    }
  }
}
