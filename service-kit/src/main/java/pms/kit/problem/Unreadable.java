package pms.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what Jackson and JAX-RS say of input into a field and a reason, without telling the names of our classes. */
final class Unreadable {

  static Problem problem(Exception unreadable) {
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown -> Problem.invalid(path(unknown), "is not a known field");
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          Problem.invalid(path(mapping), "has the wrong type or an impossible value");
      default -> Problem.invalid("body", "is not the JSON that is expected here");
    };
  }

  /**
   * JAX-RS answers 404 when a query parameter has the wrong type, and does not name it: it is the one whose value the
   * failed conversion complains of. Empty when the refusal is about something else.
   */
  static Optional<Problem> parameter(WebApplicationException refused, UriInfo uri) {
    String complaint = refused.getCause() == null ? null : refused.getCause().getMessage();
    if (complaint == null) {
      return Optional.empty();
    }
    return uri.getQueryParameters().entrySet().stream()
        .filter(parameter -> parameter.getValue().stream().anyMatch(value -> complaint.contains('"' + value + '"')))
        .findFirst()
        .map(parameter -> Problem.invalid(parameter.getKey(), "has the wrong type or an impossible value"));
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private Unreadable() {}
}
