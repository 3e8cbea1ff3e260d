package pms.sharing.smart;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How closely albums follow their queries. */
@ConfigMapping(prefix = "pms.smart")
public interface SmartConfig {

  /** After a query is new, what it finds is compared once more: events of the time before may still have been on their way. */
  @WithDefault("1m")
  Duration firstCheck();

  /** How often an album is compared with all that its query finds. Changes are followed at once; this mends what was missed. */
  @WithDefault("6h")
  Duration check();

  /** Images that are asked about at once, 1,000 at most. */
  @WithDefault("500")
  int batch();

  /** How long an owner's albums wait when search-service does not answer. */
  @WithDefault("5s")
  Duration pause();

  /** Albums of one owner. */
  @WithDefault("100")
  int most();
}
