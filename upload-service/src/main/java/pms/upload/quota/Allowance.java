package pms.upload.quota;

import jakarta.enterprise.context.RequestScoped;
import org.jboss.logging.Logger;
import pms.kit.caller.Caller;
import pms.upload.UploadConfig;

/** How many bytes the caller may keep: what an operator set here, else what the token says, else the default. */
@RequestScoped
public class Allowance {

  private static final Logger LOG = Logger.getLogger(Allowance.class);

  private final Caller caller;
  private final QuotaOverrides overrides;
  private final UploadConfig config;

  Allowance(Caller caller, QuotaOverrides overrides, UploadConfig config) {
    this.caller = caller;
    this.overrides = overrides;
    this.config = config;
  }

  public long bytes() {
    return overrides.of(caller.id()).orElseGet(() -> bytes(caller.claim("quota"), config.quota().asLongValue()));
  }

  /** Of an owner who is not the caller. @param claim what a token of theirs said before; null when nothing */
  public long bytesOf(String owner, String claim) {
    return overrides.of(owner).orElseGet(() -> bytes(claim, config.quota().asLongValue()));
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
