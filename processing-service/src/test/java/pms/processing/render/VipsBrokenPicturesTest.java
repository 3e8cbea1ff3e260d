package pms.processing.render;

/** The same with libvips. */
class VipsBrokenPicturesTest extends BrokenPicturesTest {

  @Override
  PixelEngine engine() {
    return Engines.vips();
  }
}
