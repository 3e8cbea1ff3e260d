package pms.search.index;

/** The index that was written to is no more: another one took its place. */
public class IndexGone extends RuntimeException {

  public IndexGone(String index) {
    super("index " + index + " is gone");
  }
}
