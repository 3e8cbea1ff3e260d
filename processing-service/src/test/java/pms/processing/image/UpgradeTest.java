package pms.processing.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;
import pms.processing.SharingStandIn;

/** U1: what the release before knew is still known. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(SharingStandIn.class)
class UpgradeTest {

  private static final String ID = "01900000-0000-7000-8000-00000000000";

  @Inject DataSource database;

  @Test
  void pictures_of_the_release_before_have_a_first_version_and_are_still_shown() throws SQLException {
    migrate("2");
    run("""
        INSERT INTO upgrade.image (owner_id, id, state, reason, bytes, uploaded_at, attempts, revision, purged) VALUES
        ('o', '%1$s1', 'READY', NULL, 10, now(), 0, 1, false), ('o', '%1$s2', 'FAILED', 'why', 20, now(), 0, 1, false),
        ('o', '%1$s3', 'PROCESSING', NULL, 30, now(), 2, 0, false), ('o', '%1$s4', 'AWAITED', NULL, NULL, NULL, 0, 0, false),
        ('o', '%1$s5', 'READY', NULL, 50, now(), 0, 4, true)""".formatted(ID));
    migrate("latest");
    assertThat(rows("SELECT image_id, number, state, coalesce(reason, '-'), attempts, requeued, bytes, operations FROM upgrade.version ORDER BY 1"))
        .containsExactly(
            ID + "1 1 PROCESSING - 0 t 10 []", ID + "2 1 FAILED why 0 f 20 []", ID + "3 1 PROCESSING - 2 f 30 []");
    assertThat(rows("SELECT id, current_version, shown_version, revision FROM upgrade.image ORDER BY 1"))
        .containsExactly(ID + "1 1 1 1", ID + "2 1 0 1", ID + "3 1 0 0", ID + "4 1 0 0", ID + "5 1 1 4");
  }

  @AfterEach
  void drop() throws SQLException {
    run("DROP SCHEMA IF EXISTS upgrade CASCADE");
  }

  private void migrate(String target) {
    Flyway.configure().dataSource(database).schemas("upgrade").locations("db/migration").target(target).load().migrate();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getString(column));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }
}
