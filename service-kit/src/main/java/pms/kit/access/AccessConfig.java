package pms.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers about others' images are kept. */
@ConfigMapping(prefix = "pms.access")
public interface AccessConfig {

  /** How long a yes of the sharing service is believed; revoking takes effect within it, so two seconds at most. */
  @WithDefault("2s")
  Duration kept();
}
