package pms.upload.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pms.kit.problem.Problem;

/** Keeps the books of what owners use. */
@ApplicationScoped
public class Quotas {

  @Transactional
  public Quota of(String owner, long allowed) {
    return Usage.of(owner)
        .map(usage -> new Quota(usage.bytes, allowed, usage.images))
        .orElseGet(() -> new Quota(0, allowed, 0));
  }

  /**
   * Until the transaction ends, nobody else adds or removes pictures of this owner. So of parallel uploads exactly those
   * that fit go in, and the same bytes go in once.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(String owner) {
    Usage.locked(owner);
  }

  /** @throws Problem when it does not fit */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(String owner, long bytes, long allowed) {
    grown(owner, bytes, allowed).images++;
  }

  /**
   * More bytes of a picture that is counted already.
   *
   * @throws Problem when they do not fit
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void grow(String owner, long bytes, long allowed) {
    grown(owner, bytes, allowed);
  }

  private static Usage grown(String owner, long bytes, long allowed) {
    Usage usage = Usage.locked(owner);
    if (bytes > new Quota(usage.bytes, allowed, usage.images).room()) {
      throw exceeded(allowed);
    }
    usage.bytes += bytes;
    return usage;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void subtract(String owner, long bytes, long images) {
    Usage usage = Usage.locked(owner);
    usage.bytes -= bytes;
    usage.images -= images;
  }

  public static Problem exceeded(long allowed) {
    return Problem.of(
        507, "quota-exceeded", "Quota exceeded", "This file does not fit into your quota of " + allowed + " bytes.");
  }
}
