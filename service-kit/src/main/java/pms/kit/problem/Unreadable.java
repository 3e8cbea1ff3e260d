package pms.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Turns what Jackson says of a body into a field and a reason, without telling the names of our classes. */
final class Unreadable {

  static Problem problem(Exception unreadable) {
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown -> Problem.invalid(path(unknown), "is not a known field");
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          Problem.invalid(path(mapping), "has the wrong type or an impossible value");
      default -> Problem.invalid("body", "is not the JSON that is expected here");
    };
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private Unreadable() {}
}
