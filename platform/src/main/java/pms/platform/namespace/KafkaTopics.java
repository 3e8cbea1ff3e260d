package pms.platform.namespace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import pms.contracts.Topics;
import pms.platform.PlatformException;

/** Every topic of {@link Topics}; compacted, except the parked events, of which none may replace another. */
final class KafkaTopics implements AutoCloseable {

  private static final short REPLICAS = 1;

  private final Admin admin;

  /** What was purged is forgotten within an hour of the topic's next record, whatever its size. */
  private static final Map<String, String> COMPACTED =
      Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", String.valueOf(Duration.ofHours(1).toMillis()));

  KafkaTopics(String bootstrap) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000));
  }

  void create(Namespace names) {
    List<NewTopic> topics =
        Stream.concat(
                Topics.ALL.stream().map(topic -> topic(names, topic.name(), COMPACTED)),
                Topics.CONSUMERS.stream()
                    .map(Topics::parked)
                    .map(name -> topic(names, name, Map.of("cleanup.policy", "delete", "retention.ms", "-1"))))
            .toList();
    await(admin.createTopics(topics).values().values(), List.of(TopicExistsException.class));
  }

  void drop(Namespace names) {
    Predicate<String> ours = name -> name.startsWith(names.topics());
    List<String> groups = get(admin.listGroups().all()).stream().map(GroupListing::groupId).filter(ours).toList();
    List<String> topics = names(ours);
    await(admin.deleteConsumerGroups(groups).deletedGroups().values(), List.of(GroupIdNotFoundException.class, GroupNotEmptyException.class));
    await(admin.deleteTopics(topics).topicNameValues().values(), List.of(UnknownTopicOrPartitionException.class));
  }

  List<String> names(Predicate<String> wanted) {
    Set<String> all = get(admin.listTopics().names());
    return all.stream().filter(wanted).toList();
  }

  @Override
  public void close() {
    admin.close();
  }

  private static NewTopic topic(Namespace names, String name, Map<String, String> settings) {
    return new NewTopic(names.topic(name), Topics.PARTITIONS, REPLICAS).configs(settings);
  }

  private static void await(Collection<KafkaFuture<Void>> all, List<Class<? extends Exception>> expected) {
    for (KafkaFuture<Void> one : new ArrayList<>(all)) {
      try {
        one.get();
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        if (expected.stream().noneMatch(type -> type.isInstance(e.getCause()))) {
          throw new PlatformException("Kafka: " + e.getCause().getMessage(), e);
        }
      }
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new PlatformException("Kafka: " + e.getCause().getMessage(), e);
    }
  }

  private static PlatformException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new PlatformException("Interrupted while waiting for Kafka", e);
  }
}
