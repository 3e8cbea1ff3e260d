package pms.processing.render;

/** The same with libvips. */
class VipsPicturesTest extends PicturesTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }

  /** It has a profile of a printing press for that: its cyan is not the light of a screen. */
  @Override
  int differenceOfInk() {
    return 160;
  }
}
