package pms.processing.version;

import java.util.List;
import java.util.UUID;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.processing.image.Versions;

/**
 * What became of an edit of many pictures.
 *
 * @param edited how many have a new version
 * @param failed how many have not
 * @param items one for each picture, in the order of the request
 */
record BulkEditView(int edited, int failed, List<Item> items) {

  /**
   * A picture.
   *
   * @param version number of the new version; absent if there is a problem
   * @param problem why there is none; somebody else's picture is not found
   */
  record Item(UUID id, Integer version, Refusal problem) {

    static Item of(Versions.Outcome outcome) {
      return new Item(outcome.id(), outcome.version(), outcome.problem() == null ? null : Refusal.of(outcome.problem()));
    }
  }

  /** As in a problem document. */
  record Refusal(int status, String type, String detail, List<FieldError> errors) {

    static Refusal of(Problem problem) {
      return new Refusal(problem.status(), "urn:pms:problem:" + problem.type(), problem.getMessage(), problem.errors());
    }
  }

  static BulkEditView of(List<Versions.Outcome> outcomes) {
    List<Item> items = outcomes.stream().map(Item::of).toList();
    int edited = (int) items.stream().filter(item -> item.version() != null).count();
    return new BulkEditView(edited, items.size() - edited, items);
  }
}
