package pms.metadata.database;

import java.sql.SQLException;

/** The database refused a statement or could not be asked. */
public class SqlFailure extends RuntimeException {

  SqlFailure(SQLException cause) {
    super(cause);
  }
}
