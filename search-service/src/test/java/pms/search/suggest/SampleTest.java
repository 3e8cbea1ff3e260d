package pms.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void what_was_seen_in_a_part_is_told_to_two_digits_and_what_was_seen_in_all_as_it_is() {
    assertThat(new Sample(6).estimate(3)).isEqualTo(190);
    assertThat(new Sample(2).estimate(123)).isEqualTo(490);
    assertThat(new Sample(2).estimate(3)).isEqualTo(12);
    assertThat(Sample.ALL.estimate(12_345)).isEqualTo(12_345);
  }

  @Test
  void the_sample_that_sufficed_is_the_next_one_unless_a_smaller_one_does() {
    Samples samples = new Samples(100);
    Sample first = samples.of("alice");
    assertThat(first.isAll()).isFalse();
    assertThat(samples.suffices(first, 99)).isFalse();
    assertThat(samples.suffices(first, 100)).isTrue();
    Sample larger = samples.larger(first);
    samples.remember("alice", larger, 399);
    assertThat(samples.of("alice")).isEqualTo(larger);
    samples.remember("alice", larger, 400);
    assertThat(samples.of("alice")).isEqualTo(first);
  }

  @Test
  void all_pictures_suffice_however_few_they_are() {
    Samples samples = new Samples(100);
    Sample sample = samples.of("alice");
    while (!sample.isAll()) {
      sample = samples.larger(sample);
    }
    assertThat(samples.suffices(sample, 0)).isTrue();
    assertThat(sample.filter()).isEmpty();
  }

  @Test
  void what_is_known_is_cut_out_of_what_begins_so() {
    String others = new Beginning("b").besides(List.of("tag\tbee\tBee", "tag\tbat\tbat", "place\tbern\tBern")).toString();
    assertThat(others)
        .containsSubsequence(
            "\"gt\":\"tag\\tb\"", "\"lt\":\"tag\\tbat\\tbat\"", "\"gt\":\"tag\\tbat\\tbat\"", "\"lt\":\"tag\\tbee\\tBee\"",
            "\"gt\":\"tag\\tbee\\tBee\"", "\"gt\":\"place\\tb\"", "\"lt\":\"place\\tbern\\tBern\"", "\"gt\":\"camera\\tb\"");
  }
}
