package pms.metadata.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change as people see it.
 *
 * @param before absent when there was nothing
 * @param after absent when there is nothing since
 * @param job the job it was part of; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(UUID id, Instant at, By by, String field, JsonNode before, JsonNode after, UUID job) {

  /** @param name as it was when it happened */
  @Schema(name = "HistoryAuthor")
  public record By(String id, String name) {}

  public static HistoryView of(HistoryEntry entry) {
    return new HistoryView(
        entry.id(), entry.at(), new By(entry.author().id(), entry.author().name()), entry.change().field(),
        entry.change().before(), entry.change().after(), entry.author().job());
  }
}
