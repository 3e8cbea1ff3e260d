package pms.metadata.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.internal.InternalCalls;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.metadata.job.ItemResult;
import pms.metadata.job.Job;
import pms.metadata.job.WorkWaits;

/**
 * What jobs have other services do. Both are told whose job it is, and do the same thing for it once only, so that a job that died
 * before it wrote down an answer may ask again.
 */
@ApplicationScoped
class RemoteChanges {

  private static final Logger LOG = Logger.getLogger(RemoteChanges.class);

  /** What is wrong with the question itself and will not be right in a moment. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

  private static final ItemResult NOT_FOUND = ItemResult.failed("not found");
  private static final ItemResult CHANGED_SINCE = ItemResult.failed("changed since");

  private final TrashClient trash;
  private final EditClient edits;
  private final InternalCalls calls;
  private final ObjectMapper json;

  RemoteChanges(@RestClient TrashClient trash, @RestClient EditClient edits, InternalCalls calls, ObjectMapper json) {
    this.trash = trash;
    this.edits = edits;
    this.calls = calls;
    this.json = json;
  }

  private record TrashBody(String owner, List<UUID> ids, UUID job, UUID undoes, boolean trash) {}

  /** @throws Problem 400 for edits that can be done to no picture, by the name of what is wrong with them */
  void check(ObjectNode change) {
    RemoteChange parsed = RemoteChange.parse(change);
    if (parsed.edits() == null) {
      return;
    }
    byte[] body = body(parsed.edits());
    try {
      edits.check(calls.seal("check of edits", body), body);
    } catch (WebApplicationException refused) {
      throw isRefusal(refused) ? Problem.invalid(errors(refused)) : unavailable(refused);
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  /**
   * Not to be called inside a transaction.
   *
   * @throws WorkWaits when the other service cannot do it now
   */
  Map<UUID, ItemResult> ask(Job job, List<UUID> ids) {
    RemoteChange change = RemoteChange.parse(job.spec().change());
    try {
      return change.edits() == null ? moved(job, ids, change.trash()) : edited(job, ids, change.edits());
    } catch (WebApplicationException refused) {
      throw isRefusal(refused)
          ? new IllegalStateException("a job's question was refused", refused)
          : new WorkWaits("answered with " + refused.getResponse().getStatus());
    } catch (ProcessingException unreachable) {
      throw new WorkWaits(unreachable.getMessage());
    }
  }

  private Map<UUID, ItemResult> moved(Job job, List<UUID> ids, boolean away) {
    byte[] body = body(new TrashBody(job.owner(), ids, job.id(), job.undoes(), away));
    TrashClient.Moved moved = trash.move(calls.seal("bulk trash", body), body);
    Map<UUID, ItemResult> results = allMissing(ids);
    moved.changed().forEach(id -> results.put(id, ItemResult.CHANGED));
    moved.unchanged().forEach(id -> results.put(id, ItemResult.UNCHANGED));
    moved.changedSince().forEach(id -> results.put(id, CHANGED_SINCE));
    return results;
  }

  private Map<UUID, ItemResult> edited(Job job, List<UUID> ids, ObjectNode recipe) {
    ObjectNode question = recipe.deepCopy();
    question.put("owner", job.owner()).put("ownerName", job.author().name()).put("job", job.id().toString());
    ArrayNode list = question.putArray("ids");
    ids.forEach(id -> list.add(id.toString()));
    byte[] body = body(question);
    Map<UUID, ItemResult> results = allMissing(ids);
    edits.edit(calls.seal("bulk edits", body), body).items().forEach(item -> results.put(item.id(), result(item)));
    return results;
  }

  private static boolean isRefusal(WebApplicationException answer) {
    return REFUSALS.contains(answer.getResponse().getStatus());
  }

  private static Map<UUID, ItemResult> allMissing(List<UUID> ids) {
    Map<UUID, ItemResult> results = new LinkedHashMap<>();
    ids.forEach(id -> results.put(id, NOT_FOUND));
    return results;
  }

  private static ItemResult result(EditClient.Item item) {
    if (item.version() != null) {
      return ItemResult.CHANGED;
    }
    return item.problem() == null || item.problem().status() == 404 ? NOT_FOUND : ItemResult.failed(item.problem().detail());
  }

  private byte[] body(Object question) {
    try {
      return json.writeValueAsBytes(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question cannot be written", e);
    }
  }

  private static List<FieldError> errors(WebApplicationException refused) {
    List<FieldError> errors = new ArrayList<>();
    try {
      for (JsonNode error : refused.getResponse().readEntity(JsonNode.class).path("errors")) {
        errors.add(new FieldError("change.edits." + error.path("field").asText(), error.path("message").asText()));
      }
    } catch (RuntimeException unreadable) {
      LOG.debugf("processing-service's refusal cannot be read: %s", unreadable.getMessage());
    }
    return errors.isEmpty() ? List.of(new FieldError("change.edits", "is not understood")) : errors;
  }

  private static Problem unavailable(RuntimeException cause) {
    LOG.warnf("processing-service cannot be asked: %s", cause.getMessage());
    return Problem.of(503, "unavailable", "Unavailable", "Whether the edits can be done cannot be told now; try again soon.");
  }
}
