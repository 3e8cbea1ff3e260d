package pms.kit.store;

/** The store could not be reached or refused: worth another try later. */
public class StoreFailure extends RuntimeException {

  public StoreFailure(String what, Throwable cause) {
    super(what, cause);
  }
}
