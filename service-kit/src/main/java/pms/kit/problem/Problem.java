package pms.kit.problem;

import java.util.List;

/**
 * A named refusal, thrown close to the rule that is broken and sent as {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public class Problem extends RuntimeException {

  private final int status;
  private final String type;
  private final String title;
  private final transient List<FieldError> errors;

  /**
   * @param status HTTP status
   * @param type short name of the kind of problem, such as {@code quota-exceeded}; sent as {@code urn:pms:problem:…}
   * @param title the kind in words, the same for every occurrence
   * @param detail this occurrence in words
   */
  public Problem(int status, String type, String title, String detail, List<FieldError> errors) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  /** 400: one field of the input breaks a rule. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** 400: fields of the input break rules. */
  public static Problem invalid(List<FieldError> errors) {
    FieldError first = errors.getFirst();
    return new Problem(400, "invalid-input", "Invalid input", first.field() + ": " + first.message(), errors);
  }

  /** 404, word for word the same whether the thing never existed or belongs to somebody else. */
  public static Problem notFound() {
    return new Problem(404, "not-found", "Not found", "There is no such thing, or it is not yours to see.", List.of());
  }

  /** 409: the state of things does not allow it. */
  public static Problem conflict(String type, String detail) {
    return new Problem(409, type, "Conflict", detail, List.of());
  }

  /** 412: somebody else changed it first. */
  public static Problem changedMeanwhile() {
    return new Problem(
        412, "changed-meanwhile", "Changed meanwhile", "It was changed since you read it: read it again.", List.of());
  }

  public static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, type, title, detail, List.of());
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }

  public String title() {
    return title;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
