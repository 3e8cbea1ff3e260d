package pms.processing.render;

/** The same with libvips. */
class VipsCorpusTest extends CorpusTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }
}
