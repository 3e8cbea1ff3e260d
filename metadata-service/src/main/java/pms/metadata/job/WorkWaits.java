package pms.metadata.job;

/** Somebody else is to do the work and cannot do it now: it is tried again a little later, and nothing has failed. */
public final class WorkWaits extends RuntimeException {

  public WorkWaits(String reason) {
    super(reason);
  }
}
