package pms.platform;

import java.time.Duration;
import pms.platform.server.Server;

/** Told what happens while a suite is started or stopped; called from several threads. */
public interface Progress {

  /** Nobody is interested. */
  Progress NONE = new Progress() {};

  default void waitingForAnother() {}

  /**
   * @param after since the beginning of the whole start
   * @param ran whether it was running before
   */
  default void ready(Site site, Server server, Duration after, boolean ran) {}

  default void stopped(Server server, Duration after, boolean killed) {}
}
