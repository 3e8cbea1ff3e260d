package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachinePicturesTest extends VipsPicturesTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
