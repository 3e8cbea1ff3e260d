package pms.processing.worker;

import pms.processing.render.OfTheMachine;
import pms.processing.render.TestLibrary;

/** The same with the machine's own library. */
@OfTheMachine
class MachineBombsInWorkersTest extends BombsInWorkersTest {

  @Override
  TestLibrary library() {
    return TestLibrary.ofTheMachine();
  }
}
