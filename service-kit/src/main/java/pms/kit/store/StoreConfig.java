package pms.kit.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the bytes are. */
@ConfigMapping(prefix = "pms.s3")
public interface StoreConfig {

  URI url();

  String bucket();

  String accessKey();

  String secretKey();

  /** How long one read or write on the connection may take. */
  @WithDefault("30s")
  Duration timeout();
}
