package pms.sharing.watermark;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Texts as outlines, by a font of our own in pure Java: the machine need have no fonts and nothing native to read them. */
public final class Lettering {

  private static final String FONT = "DejaVuSans.ttf";

  private final TrueTypeFont font;
  private final CmapLookup characters;

  private Lettering(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
  }

  /** Read once, when the first text is to be drawn. */
  private static final class Only {
    static final Lettering LETTERING = load();
  }

  public static Lettering get() {
    return Only.LETTERING;
  }

  /** Whether the font has it; what it has not would be an empty box. */
  public boolean has(int character) {
    return characters.getGlyphId(character) > 0;
  }

  /** On a base line that begins at (0, 0), one unit high. */
  synchronized Path2D outline(String text) {
    try {
      Path2D outline = new Path2D.Double();
      double unit = 1d / font.getUnitsPerEm();
      double x = 0;
      for (int character : text.codePoints().toArray()) {
        int glyph = characters.getGlyphId(character);
        GlyphData data = font.getGlyph().getGlyph(glyph);
        // A space has none.
        if (data != null) {
          outline.append(data.getPath().getPathIterator(new AffineTransform(unit, 0, 0, -unit, x, 0)), false);
        }
        x += font.getAdvanceWidth(glyph) * unit;
      }
      return outline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lettering load() {
    try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException(FONT + " is not among the resources");
      }
      return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
