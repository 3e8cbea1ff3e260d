package pms.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pms.e2e.client.Arrival;

/** What happened to each picture, for people. */
final class Table {
  private static final String ROW = "%-26s %8s  %-24s %-27s %7s %11s %11s  %s";
  private final List<String> rows = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();

  void add(Path file, Arrival arrival) throws IOException {
    JsonNode view = arrival.view();
    arrivals.add(arrival);
    rows.add(ROW.formatted(
            cut(file.getFileName().toString(), 26),
            size(Files.size(file)),
            cut(camera(view), 24),
            cut(place(view), 27),
            arrival.duplicate() ? "" : time(arrival.acknowledged()),
            arrival.duplicate() ? "" : time(arrival.ready()),
            arrival.duplicate() ? "" : time(arrival.searchable()),
            remark(arrival))
        .stripTrailing());
  }

  List<String> lines() {
    String head = ROW.formatted(
            "picture", "size", "camera", "taken at", "upload", "thumbnails", "searchable", "")
        .stripTrailing();
    return Stream.of(
            Stream.of("", head, "─".repeat(head.length())), rows.stream(), Stream.of("", summary()))
        .flatMap(lines -> lines)
        .toList();
  }

  boolean allArrived() {
    return arrivals.stream().allMatch(arrival -> arrival.failure().isEmpty());
  }

  private String summary() {
    long failed =
        arrivals.stream().filter(arrival -> arrival.failure().isPresent()).count();
    long known = arrivals.stream()
        .filter(arrival -> arrival.failure().isEmpty() && arrival.duplicate())
        .count();
    String middle = arrivals.stream()
        .filter(arrival -> arrival.failure().isEmpty() && !arrival.duplicate())
        .map(Arrival::searchable)
        .sorted()
        .skip((arrivals.size() - failed - known) / 2)
        .findFirst()
        .map(median -> ", half of them searchable within " + time(median))
        .orElse("");
    return (arrivals.size() - failed - known) + " imported" + middle
        + (known > 0 ? ", " + known + " already there" : "")
        + (failed > 0 ? ", " + failed + " failed" : "")
        + ". Milliseconds count from the first byte sent, four pictures at once.";
  }

  private static String remark(Arrival arrival) {
    return arrival
        .failure()
        .map(reason -> "failed: " + reason)
        .orElse(arrival.duplicate() ? "already there" : "");
  }

  private static String camera(JsonNode view) {
    if (view == null) return "";
    String model = view.path("camera").path("model").asText("");
    String make = view.path("camera").path("make").asText("");
    String first = make.split(" ")[0];
    return model.isEmpty()
            || first.isEmpty()
            || model.toLowerCase(Locale.ROOT).startsWith(first.toLowerCase(Locale.ROOT))
        ? model
        : first + " " + model;
  }

  private static String place(JsonNode view) {
    JsonNode location = view == null ? null : view.get("location");
    if (location == null || location.isNull()) return "";
    String name = location.path("place").asText("");
    return name.isEmpty()
        ? String.format(
            Locale.ROOT,
            "%.4f, %.4f",
            location.path("latitude").asDouble(),
            location.path("longitude").asDouble())
        : name;
  }

  private static String time(Duration duration) {
    return duration == null ? "–" : String.format(Locale.ROOT, "%,d ms", duration.toMillis());
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? bytes / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
