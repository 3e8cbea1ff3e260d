package pms.processing.render;

/** The same with libvips. */
class VipsBrokenPicturesTest extends BrokenPicturesTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }

  /** There are more damages for it in its workers, see {@code HostilePicturesTest}. */
  @Override
  int rounds() {
    return 32;
  }
}
