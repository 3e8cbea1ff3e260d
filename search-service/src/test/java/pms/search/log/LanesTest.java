package pms.search.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static final TopicPartition UPLOADED = new TopicPartition("image-uploaded", 0);
  private static final TopicPartition EXTRACTED = new TopicPartition("metadata-extracted", 0);

  private final Lanes lanes = new Lanes();

  @Test
  void what_one_topic_tells_waits_until_the_other_has_come_as_far() {
    lanes.add(read(Map.of(UPLOADED, times(1, 9), EXTRACTED, times(1, 4))));
    assertThat(lanes.abreast(Set.of(UPLOADED, EXTRACTED))).hasSize(8).allMatch(message -> message.timestamp() <= 4);
    lanes.add(read(Map.of(EXTRACTED, times(5, 9))));
    assertThat(lanes.abreast(Set.of(UPLOADED, EXTRACTED))).hasSize(10).allMatch(message -> message.timestamp() > 4);
  }

  @Test
  void a_topic_that_was_not_heard_of_yet_is_waited_for_and_one_that_ended_is_not() {
    lanes.add(read(Map.of(UPLOADED, times(1, 3))));
    assertThat(lanes.abreast(Set.of(UPLOADED, EXTRACTED))).isEmpty();
    assertThat(lanes.abreast(Set.of(UPLOADED))).hasSize(3);
  }

  @Test
  void of_one_partition_all_comes_in_its_order_whatever_the_clocks_said() {
    lanes.add(read(Map.of(UPLOADED, List.of(5L, 9L, 2L, 7L), EXTRACTED, List.of(6L))));
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(lanes.abreast(Set.of(UPLOADED, EXTRACTED)));
    all.addAll(lanes.abreast(Set.of()));
    assertThat(all.stream().filter(message -> message.topic().equals(UPLOADED.topic())).map(ConsumerRecord::timestamp))
        .containsExactly(5L, 9L, 2L, 7L);
  }

  @Test
  void only_who_is_ahead_is_held_back() {
    lanes.add(read(Map.of(UPLOADED, times(1, 5000), EXTRACTED, times(1, 2000))));
    lanes.abreast(Set.of(UPLOADED, EXTRACTED));
    assertThat(lanes.ahead()).containsExactly(UPLOADED);
    lanes.abreast(Set.of());
    assertThat(lanes.ahead()).isEmpty();
  }

  private static List<Long> times(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  private static ConsumerRecords<String, byte[]> read(Map<TopicPartition, List<Long>> times) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
    times.forEach((partition, all) -> records.put(partition, all.stream().map(time -> message(partition, time)).toList()));
    return new ConsumerRecords<>(records, Map.of());
  }

  private static ConsumerRecord<String, byte[]> message(TopicPartition partition, long time) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), 0, time, TimestampType.CREATE_TIME, 0, 0, "key", new byte[0], new RecordHeaders(),
        Optional.empty());
  }
}
