package pms.sharing.guest;

/** @param link the segment of the path that names it; in a body, since it is a secret */
record LinkName(String link) {

  @Override
  public String toString() {
    return "LinkName[…]";
  }
}
