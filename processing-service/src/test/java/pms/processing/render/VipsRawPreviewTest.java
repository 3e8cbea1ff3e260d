package pms.processing.render;

/** The same with libvips. */
class VipsRawPreviewTest extends RawPreviewTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }
}
