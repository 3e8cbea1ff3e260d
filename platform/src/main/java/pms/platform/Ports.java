package pms.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Which number each {@link Port} has in one suite. */
public record Ports(Map<Port, Integer> numbers) {

  public Ports {
    numbers = Map.copyOf(numbers);
    for (Port port : Port.values()) {
      if (!numbers.containsKey(port)) {
        throw new IllegalArgumentException("no number for " + port);
      }
    }
  }

  /** The standard ports, except where the environment says otherwise. */
  public static Ports from(Map<String, String> environment) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, number(port, environment.getOrDefault(port.variable(), "" + port.standard())));
    }
    return new Ports(numbers);
  }

  /** Ports nobody listens on at this moment. */
  public static Ports free() {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Port port : Port.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ports(numbers);
  }

  /** The ports a suite was started with; empty if the file is not there. */
  static Optional<Ports> load(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties saved = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      saved.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = new HashMap<>();
    saved.stringPropertyNames().forEach(name -> environment.put(name, saved.getProperty(name)));
    return Optional.of(from(environment));
  }

  void save(Path file) {
    StringBuilder text = new StringBuilder();
    for (Port port : Port.values()) {
      text.append(port.variable()).append('=').append(number(port)).append('\n');
    }
    Home.write(file, text.toString());
  }

  public int number(Port port) {
    return numbers.get(port);
  }

  private static int number(Port port, String text) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 1 && number <= 65535) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new PlatformException(port.variable() + "=" + text + " is not a port: a number from 1 to 65535 is wanted.", e);
    }
    throw new PlatformException(port.variable() + "=" + text + " is not a port: a number from 1 to 65535 is wanted.");
  }
}
