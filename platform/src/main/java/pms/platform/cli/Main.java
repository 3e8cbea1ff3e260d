package pms.platform.cli;

import java.util.Arrays;
import java.util.List;
import pms.platform.PlatformException;

/** What {@code ./pms} runs once it has a JDK and everything is built. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    try {
      return new Commander(new Terminal(System.out)).run(command, rest);
    } catch (PlatformException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
