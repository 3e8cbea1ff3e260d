package pms.e2e.bench;

import java.io.IOException;
import pms.e2e.client.PmsClient;
import pms.e2e.client.ThrowAwayUsers;
import pms.e2e.demo.Terminal;
import pms.platform.Endpoints;

/** What a measurement works with. The accounts it makes are removed behind it. */
record Session(Options options, ThrowAwayUsers users, Endpoints endpoints, Terminal terminal) {
  private static final int WARM_UP = 500;

  /** A user with an empty library, who waits where the door is busy. */
  PmsClient user() throws IOException, InterruptedException {
    return users.make(Bench.ACCOUNT).patient();
  }

  Measuring measuring() {
    return new Measuring(terminal, options.number("warm-up", WARM_UP));
  }
}
