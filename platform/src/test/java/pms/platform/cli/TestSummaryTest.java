package pms.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.Home;

class TestSummaryTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite xmlns:xsi="x" version="3.0.2" name="pms.upload.image.UploadsTest" time="1,234.5" tests="7" errors="1" skipped="2" failures="1">
      </testsuite>
      """;

  @Test
  void errors_and_failures_count_alike() {
    assertThat(TestSummary.count(REPORT)).isEqualTo(new TestSummary.Count(7, 2, 2, 1234.5));
  }

  @Test
  void every_module_has_a_line_and_all_together_one(@TempDir Path root) {
    Home.write(root.resolve("upload-service/target/surefire-reports/TEST-a.xml"), REPORT);
    Home.write(root.resolve("upload-service/target/surefire-reports/TEST-b.xml"), REPORT);
    Home.write(root.resolve("search-service/target/surefire-reports/TEST-c.xml"), REPORT);
    Home.write(root.resolve("platform/tests/target/surefire-reports/TEST-d.xml"), REPORT);

    assertThat(new TestSummary(root).lines(90))
        .anySatisfy(line -> assertThat(line).contains("upload-service").contains("14 tests"))
        .anySatisfy(line -> assertThat(line).contains("search-service").contains("7 tests"))
        .anySatisfy(line -> assertThat(line).contains("platform/tests").contains("7 tests"))
        .last()
        .satisfies(line -> assertThat(line).contains("all").contains("28 tests").contains("90 s"));
  }
}
