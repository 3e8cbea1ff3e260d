package pms.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what Jackson and JAX-RS say of input into a field and a reason, without telling the names of our classes. */
final class Unreadable {

  /** JAX-RS answers 404 to a query parameter of the wrong type; its message is the only place that names it. */
  private static final Pattern PARAMETER = Pattern.compile("(?:QueryParam|HeaderParam|RestQuery|RestHeader)\\(\"([^\"]+)\"\\)");

  static Problem problem(Exception unreadable) {
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown -> Problem.invalid(path(unknown), "is not a known field");
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          Problem.invalid(path(mapping), "has the wrong type or an impossible value");
      default -> Problem.invalid("body", "is not the JSON that is expected here");
    };
  }

  /** Empty when the refusal is not about a query parameter or header. */
  static Optional<Problem> parameter(WebApplicationException refused) {
    if (refused.getMessage() == null) {
      return Optional.empty();
    }
    Matcher parameter = PARAMETER.matcher(refused.getMessage());
    return parameter.find()
        ? Optional.of(Problem.invalid(parameter.group(1), "has the wrong type or an impossible value"))
        : Optional.empty();
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private Unreadable() {}
}
