package pms.e2e.bench.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Words as people put them into captions and tags: a few hundred that everybody uses and thousands that hardly anybody does. */
public final class Vocabulary {
  private static final List<String> COMMON = List.of((
      "beach sunset family birthday mountain lake garden cat dog winter summer snow forest river city night street wedding party flowers "
          + "sky clouds sea island boat bridge church castle tower market museum concert festival christmas easter hiking camping skiing "
          + "running football school graduation baby grandma grandpa children friends dinner breakfast cake coffee wine bread kitchen house "
          + "window door roof balcony train station airport car bicycle road tunnel harbour lighthouse waterfall canyon desert dunes glacier "
          + "volcano meadow field farm horse cow sheep bird eagle owl butterfly bee spider fish whale dolphin turtle tree leaf autumn spring "
          + "rain storm rainbow fog frost ice fire stars moon planet aurora reflection shadow light portrait selfie group panorama macro "
          + "black white red blue green golden old new little big happy funny quiet wild morning evening noon holiday trip journey walk view")
      .split(" "));
  private static final String[] SYLLABLES =
      ("ba bel bor ca cor da del dun el fa fen gar gra hal hol in ka kir la lan lor ma mer mon na nor ol pa per ra rin ro sa sel sto ta ten "
          + "tor ul va ver vin wal wen za").split(" ");
  private static final int RARE_WORDS = 20_000;
  private static final int TAGS = 1_500;

  private final List<String> words;
  private final List<String> tags;
  private final Zipf word;
  private final Zipf tag;

  Vocabulary(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> all = new LinkedHashSet<>(COMMON);
    while (all.size() < COMMON.size() + RARE_WORDS) {
      all.add(name(random));
    }
    words = List.copyOf(all);
    word = new Zipf(words.size(), 1.05);
    tags = tags(random);
    tag = new Zipf(tags.size(), 1);
  }

  /** A word of its own, as villages and people have. */
  static String name(RandomGenerator random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(2, 5); i > 0; i--) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }

  String word(RandomGenerator random) {
    return words.get(word.next(random));
  }

  String sentence(int length, RandomGenerator random) {
    StringBuilder sentence = new StringBuilder(word(random));
    for (int i = 1; i < length; i++) {
      sentence.append(' ').append(word(random));
    }
    return sentence.toString();
  }

  String tag(RandomGenerator random) {
    return tags.get(tag.next(random));
  }

  /** What somebody would look for: mostly words that stand in many captions. */
  public String asked(RandomGenerator random) {
    return COMMON.get(random.nextInt(COMMON.size()));
  }

  private static List<String> tags(RandomGenerator random) {
    List<String> tags = new ArrayList<>(COMMON.subList(0, 110));
    while (tags.size() < TAGS) {
      tags.add(COMMON.get(random.nextInt(COMMON.size())) + " " + (random.nextBoolean() ? name(random) : random.nextInt(2005, 2026)));
    }
    return tags;
  }
}
