package pms.platform.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Filter {@code unique}: drops words that came before, anywhere or only at the same position. Lucene itself has none. */
final class UniqueFilter extends TokenFilter {

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
  private final CharArraySet seen = new CharArraySet(8, false);
  private final boolean onlyOnSamePosition;

  UniqueFilter(TokenStream in, boolean onlyOnSamePosition) {
    super(in);
    this.onlyOnSamePosition = onlyOnSamePosition;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (onlyOnSamePosition && increment.getPositionIncrement() > 0) {
        seen.clear();
      }
      if (seen.add(word.toString())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    seen.clear();
  }
}
