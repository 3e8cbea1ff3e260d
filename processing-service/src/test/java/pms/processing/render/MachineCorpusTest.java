package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineCorpusTest extends VipsCorpusTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
