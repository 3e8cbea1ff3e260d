package pms.processing.render;

/** The same with libvips. */
class VipsEditTest extends EditTest {

  @Override
  PixelEngine engine() {
    return Engines.vips();
  }
}
