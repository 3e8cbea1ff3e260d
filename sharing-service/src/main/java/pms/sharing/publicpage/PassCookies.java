package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import pms.sharing.link.LinkConfig;

/**
 * Hands a guest the pass of one link, and the key to what they said on its page: no script reads them, and they are sent to that
 * link's addresses only.
 */
@ApplicationScoped
public class PassCookies {

  private static final Duration KEY_FOR = Duration.ofDays(90);

  private final LinkConfig config;

  PassCookies(LinkConfig config) {
    this.config = config;
  }

  NewCookie[] of(String segment, String pass) {
    return new NewCookie[] {cookie(Guest.COOKIE, pass, "/s/" + segment), cookie(Guest.COOKIE, pass, "/api/public/" + segment)};
  }

  /** By which what was said on the page is known to be theirs. */
  public NewCookie key(String segment, String key) {
    return cookie(Guest.KEY, key, "/s/" + segment);
  }

  private NewCookie cookie(String name, String value, String path) {
    return new NewCookie.Builder(name)
        .value(value)
        .path(path)
        .maxAge((int) (name.equals(Guest.KEY) ? KEY_FOR : config.passFor()).toSeconds())
        .httpOnly(true)
        .secure("https".equals(config.publicUrl().getScheme()))
        // Lax and not Strict: who comes back by a click in a messenger still has the pass.
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
