package pms.metadata.reader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/** Records, maps, lists and plain values as JSON. Small, since a worker that had to load a library for it would start late. */
final class PlainJson {

  private final StringBuilder json = new StringBuilder();

  static String of(Object value) {
    PlainJson json = new PlainJson();
    json.write(value);
    return json.json.toString();
  }

  private void write(Object value) {
    switch (value) {
      case null -> json.append("null");
      case Double number when !Double.isFinite(number) -> text(number.toString());
      case Number number -> json.append(number);
      case Boolean truth -> json.append(truth);
      case Record record -> record(record);
      case Map<?, ?> map -> map(map);
      case Iterable<?> list -> list(list);
      default -> text(value.toString());
    }
  }

  private void record(Record record) {
    try {
      String before = "{";
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        json.append(before).append('"').append(component.getName()).append("\":");
        write(component.getAccessor().invoke(record));
        before = ",";
      }
      json.append('}');
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("records show what they hold", impossible);
    }
  }

  private void map(Map<?, ?> map) {
    json.append('{');
    String before = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(before);
      text(entry.getKey().toString());
      json.append(':');
      write(entry.getValue());
      before = ",";
    }
    json.append('}');
  }

  private void list(Iterable<?> list) {
    json.append('[');
    String before = "";
    for (Object each : list) {
      json.append(before);
      write(each);
      before = ",";
    }
    json.append(']');
  }

  private void text(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '"', '\\' -> json.append('\\').append(letter);
        default -> {
          if (letter < ' ' || Character.isSurrogate(letter)) {
            escape(letter);
          } else {
            json.append(letter);
          }
        }
      }
    }
    json.append('"');
  }

  private void escape(char letter) {
    String digits = Integer.toHexString(letter);
    json.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
  }
}
