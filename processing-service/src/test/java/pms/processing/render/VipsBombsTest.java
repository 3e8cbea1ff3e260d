package pms.processing.render;

/** The same with libvips. */
class VipsBombsTest extends BombsTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }
}
