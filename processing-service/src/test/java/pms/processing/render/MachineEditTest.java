package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineEditTest extends VipsEditTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
