package pms.kit.store;

/** There is no object under this key: a fact, not a fault of the store. */
public class ObjectMissing extends RuntimeException {

  public ObjectMissing(String key, Throwable cause) {
    super("no object " + key, cause);
  }
}
