package pms.sharing.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** When mails go out, and whether. */
@ConfigMapping(prefix = "pms.mail")
interface MailConfig {

  /** The SMTP server; without one a line in the log stands for each mail. */
  Optional<String> host();

  /** How long is collected, from the first thing that somebody is to be told. */
  @WithDefault("15m")
  Duration collect();

  /** How often we look who is due. */
  @WithDefault("1m")
  Duration every();

  /** A mail that the server did not take is tried so often. */
  @WithDefault("5")
  int tries();

  /** So many mail addresses that nobody has called with may one person invite in a day so that a mail goes there; 0 for none. */
  @WithDefault("20")
  int strangers();
}
