package pms.processing.worker;

import java.util.List;
import pms.processing.render.OfTheMachine;
import pms.processing.render.TestLibrary;

/** The same with the machine's own library. */
@OfTheMachine
class MachineFreshMemoryTest extends FreshMemoryTest {

  @Override
  TestLibrary library() {
    return TestLibrary.ofTheMachine();
  }

  /** Beside HEIC. */
  @Override
  List<String> kinds() {
    return List.of("jpeg progressive");
  }
}
