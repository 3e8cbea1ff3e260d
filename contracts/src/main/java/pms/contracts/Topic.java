package pms.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Kafka topic and the one family of events that may stand in it.
 *
 * @param name without the prefix by which test runs are kept apart
 */
public record Topic<E extends PmsEvent>(String name, Class<E> family, Map<String, Class<? extends E>> types) {

  static <E extends PmsEvent> Topic<E> of(String name, Class<E> family) {
    Map<String, Class<? extends E>> types =
        Arrays.stream(family.getPermittedSubclasses())
            .map(type -> type.<E>asSubclass(family))
            .collect(Collectors.toUnmodifiableMap(Topic::typeOf, Function.identity()));
    return new Topic<>(name, family, types);
  }

  /** The CloudEvents type of an event class: {@code pms.ImageUploaded}. */
  public static String typeOf(Class<? extends PmsEvent> event) {
    return "pms." + event.getSimpleName();
  }

  /** Empty for a type this program does not know: a newer writer's, or one that does not belong here. */
  public Optional<Class<? extends E>> eventClass(String type) {
    return Optional.ofNullable(types.get(type));
  }
}
