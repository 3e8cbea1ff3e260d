package pms.upload.quota;

import jakarta.enterprise.context.RequestScoped;
import org.jboss.logging.Logger;
import pms.kit.caller.Caller;
import pms.upload.UploadConfig;

/** How many bytes the caller may keep: what an administrator wrote into the token, else the default. */
@RequestScoped
public class Allowance {

  private static final Logger LOG = Logger.getLogger(Allowance.class);

  private final Caller caller;
  private final UploadConfig config;

  Allowance(Caller caller, UploadConfig config) {
    this.caller = caller;
    this.config = config;
  }

  public long bytes() {
    return bytes(caller.claim("quota"), config.quota().asLongValue());
  }

  static long bytes(String claim, long byDefault) {
    if (claim == null || claim.isBlank()) {
      return byDefault;
    }
    try {
      return Math.max(0, Long.parseLong(claim.strip()));
    } catch (NumberFormatException notANumber) {
      LOG.warnf("the token's quota is not a number of bytes, so the default counts: %s", notANumber.getMessage());
      return byDefault;
    }
  }
}
