package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import pms.sharing.link.LinkConfig;

/** Hands a guest the pass of one link: no script reads it, and it is sent to that link's addresses only. */
@ApplicationScoped
class PassCookies {

  private final LinkConfig config;

  PassCookies(LinkConfig config) {
    this.config = config;
  }

  NewCookie[] of(String segment, String pass) {
    return new NewCookie[] {cookie("/s/" + segment, pass), cookie("/api/public/" + segment, pass)};
  }

  private NewCookie cookie(String path, String pass) {
    return new NewCookie.Builder(Guest.COOKIE)
        .value(pass)
        .path(path)
        .maxAge((int) config.passFor().toSeconds())
        .httpOnly(true)
        .secure("https".equals(config.publicUrl().getScheme()))
        // Lax and not Strict: who comes back by a click in a messenger still has the pass.
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
