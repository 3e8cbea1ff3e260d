package pms.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The wire form of a problem.
 *
 * @param trace id of the request's trace, to be quoted when asking for help
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type, String title, int status, String detail, String instance, String trace, List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";
}
