package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineRawPreviewTest extends VipsRawPreviewTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
