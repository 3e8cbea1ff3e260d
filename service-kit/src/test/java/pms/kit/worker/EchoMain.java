package pms.kit.worker;

import java.io.IOException;

/** A worker that says what it is told. */
public final class EchoMain {

  public static void main(String[] arguments) throws IOException {
    Station.serve(arguments, out -> out.writeUTF("echo"), (in, out) -> out.writeUTF(in.readUTF()));
  }

  private EchoMain() {}
}
