package pms.processing.render;

/** The same with the machine's own library. */
@OfTheMachine
class MachineBrokenPicturesTest extends VipsBrokenPicturesTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }
}
