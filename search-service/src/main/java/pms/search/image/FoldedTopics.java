package pms.search.image;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;

/** The topics from which the indexes are folded. */
public final class FoldedTopics {

  public static final List<Topic<? extends PmsEvent>> ALL =
      List.of(
          Topics.IMAGE_UPLOADED,
          Topics.IMAGE_DELETED,
          Topics.METADATA_EXTRACTED,
          Topics.THUMBNAIL_READY,
          Topics.IMAGE_EDITED,
          Topics.ALBUM_CHANGED,
          Topics.ACCESS_CHANGED);

  /** Each by its name on the broker. */
  public static Map<String, Topic<? extends PmsEvent>> byName(Function<String, String> brokerName) {
    return ALL.stream().collect(Collectors.toMap(topic -> brokerName.apply(topic.name()), Function.identity()));
  }

  private FoldedTopics() {}
}
