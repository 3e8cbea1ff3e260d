package pms.platform.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.platform.Port;

/** Who listens on a port. */
public record PortOwner(long pid, String command) {

  private static final String LISTENING = "0A";

  /** The line a person gets when a port is taken: which, by whom, and what to do; empty if it is free. */
  public static Optional<String> conflict(Port port, int number) {
    if (isFree(number)) {
      return Optional.empty();
    }
    String who = of(number).map(owner -> "pid " + owner.pid + " (" + shortened(owner.command) + ")").orElse("another process");
    return Optional.of(
        "Port %d (%s) is taken by %s: stop that, or choose another port with %s.".formatted(number, port.label(), who, port.variable()));
  }

  /** Whether somebody takes connections there. */
  public static boolean isOpen(int number) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", number), 1_000);
      return true;
    } catch (IOException e) {
      return false; // that nobody does is the answer
    }
  }

  /** Whether it can be bound. Not for waiting: it takes the port for a moment, in the way of who wants it. */
  static boolean isFree(int number) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
      return true;
    } catch (IOException e) {
      return false; // that it cannot be bound is the answer
    }
  }

  static Optional<PortOwner> of(int number) {
    Set<String> sockets =
        Stream.of("net/tcp", "net/tcp6")
            .flatMap(Proc::lines)
            .map(line -> listeningSocket(line, number))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return Proc.pids().stream()
        .filter(pid -> Proc.openFiles(pid).stream().anyMatch(sockets::contains))
        .findFirst()
        .map(pid -> new PortOwner(pid, Proc.command(pid).orElse("?")));
  }

  /** One line of /proc/net/tcp: the descriptor target {@code socket:[inode]} if it listens on this port. */
  static Optional<String> listeningSocket(String line, int number) {
    String[] fields = line.strip().split("\\s+");
    if (fields.length < 10 || !fields[3].equals(LISTENING)) {
      return Optional.empty();
    }
    String local = fields[1];
    int port = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
    return port == number ? Optional.of("socket:[" + fields[9] + "]") : Optional.empty();
  }

  private static String shortened(String command) {
    return command.length() <= 80 ? command : command.substring(0, 77) + "...";
  }
}
