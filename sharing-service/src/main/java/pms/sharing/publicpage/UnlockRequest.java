package pms.sharing.publicpage;

/** The password of a link; it travels in a body only. */
record UnlockRequest(String password) {

  @Override
  public String toString() {
    return "UnlockRequest[…]";
  }
}
