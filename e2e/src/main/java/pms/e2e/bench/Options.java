package pms.e2e.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked for: the name of a bench, what it is to work on, numbers as {@code --images 1000000}, flags as {@code --keep}. */
record Options(String bench, Optional<String> subject, Map<String, String> values) {

  private static final String USUAL = "pipeline";

  static Options of(List<String> arguments) {
    String bench = arguments.isEmpty() || arguments.getFirst().startsWith("--") ? USUAL : arguments.getFirst();
    Optional<String> subject = arguments.stream().skip(1).findFirst().filter(word -> !arguments.getFirst().startsWith("--") && !word.startsWith("--"));
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith("--")) {
        boolean alone = i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--");
        values.put(arguments.get(i).substring(2), alone ? "" : arguments.get(i + 1));
      }
    }
    return new Options(bench, subject, Map.copyOf(values));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** @throws IllegalArgumentException when something else than a whole number from 1 on was given */
  int number(String name, int usual) {
    String text = values.getOrDefault(name, "" + usual);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("--" + name + " takes a whole number, not \"" + text + "\".");
    }
    return Integer.parseInt(text);
  }
}
