package pms.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pms.kit.store.StoreFailure;

class OutageTest {

  static Stream<Throwable> outages() {
    return Stream.of(
        new StoreFailure("put", new IOException("refused")),
        new IllegalStateException(new SQLException("connection refused", "08001")),
        new RuntimeException(new IllegalStateException(new SQLException("terminating connection", "57P01"))),
        new SQLTransientConnectionException("away"),
        new SQLException("Acquisition timeout while waiting for new connection"));
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new NullPointerException(),
        new IllegalStateException(new SQLException("syntax error", "42601")),
        new SQLException("duplicate key", "23505"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void a_back_end_that_is_away_is_worth_another_try(Throwable failure) {
    assertThat(Outage.isBehind(failure)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_of_our_own_is_not(Throwable failure) {
    assertThat(Outage.isBehind(failure)).isFalse();
  }
}
