package pms.sharing.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How links are told and guarded. */
@ConfigMapping(prefix = "pms.link")
public interface LinkConfig {

  /** Where visitors reach the gateway. */
  URI publicUrl();

  /** How long a visitor who knew the password, or was counted, may look around. */
  @WithDefault("1h")
  Duration passFor();

  /** How long the address of a rendition works at least. */
  @WithDefault("30m")
  Duration sealFor();

  /** Wrong passwords in one window, per link and per address. */
  @WithDefault("20")
  int tries();

  @WithDefault("15m")
  Duration triesWindow();

  /** Pictures that guests of one address may send in one window; at a party all come from one. */
  @WithDefault("500")
  int guestPictures();

  /** Scheme, host and port, without a slash at the end. */
  default String origin() {
    return publicUrl().getScheme() + "://" + publicUrl().getRawAuthority();
  }
}
