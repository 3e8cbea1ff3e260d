package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineAnimationTest extends VipsAnimationTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
