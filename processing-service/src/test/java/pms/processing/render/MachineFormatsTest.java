package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineFormatsTest extends VipsFormatsTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
