package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineBombsTest extends VipsBombsTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
