package pms.processing.vips;

import java.lang.foreign.MemorySegment;

/** How functions of C are called of which only the name is known. */
interface Calls {

  /** Of a function that takes no variable arguments. */
  int PLAIN = -1;

  /**
   * What the function returns, as a long number: of a smaller one the upper half says nothing.
   *
   * @param fixed how many arguments come before the variable ones, or {@link #PLAIN}
   * @param arguments Integer, Long, Double or MemorySegment
   */
  long call(MemorySegment function, int fixed, Object... arguments);

  static Calls ofThisMachine() {
    return OneShape.fits() ? new OneShape() : new ManyShapes();
  }
}
