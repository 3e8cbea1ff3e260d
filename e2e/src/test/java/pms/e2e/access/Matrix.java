package pms.e2e.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The table of who may what, as the file beside this class: rows (see {@link MatrixRow}), and bodies as {@code @name JSON}.
 * Comments begin with {@code #}.
 */
record Matrix(List<MatrixRow> rows, Map<String, String> bodies) {

  static Matrix read() throws IOException {
    List<MatrixRow> rows = new ArrayList<>();
    Map<String, String> bodies = new HashMap<>();
    var resource = Objects.requireNonNull(Matrix.class.getResourceAsStream("access-matrix.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().map(String::trim).toList()) {
        if (line.startsWith("@")) {
          bodies.put(line.substring(1, line.indexOf(' ')), line.substring(line.indexOf(' ')).trim());
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          rows.add(MatrixRow.of(line));
        }
      }
    }
    return new Matrix(rows, bodies);
  }

  String body(MatrixRow row) {
    return row.body() == null ? null : Objects.requireNonNull(bodies.get(row.body()), row.body());
  }
}
