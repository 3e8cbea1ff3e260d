package pms.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import pms.kit.store.StoreFailure;

/** Tells a back end that is away from a fault of our own: the first is worth another try, and says so. */
final class Outage {

  static final Problem PROBLEM =
      Problem.of(503, "unavailable", "Temporarily unavailable", "A part of the system is away; try again in a moment.");

  /** Class 08: connection exceptions; class 57: the server is shutting down or starting. */
  private static final String AWAY = "(08|57).*";

  static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreFailure || cause instanceof SQLTransientException || cause instanceof SQLException sql && isAway(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAway(SQLException failure) {
    return failure.getSQLState() != null
        ? failure.getSQLState().matches(AWAY)
        : String.valueOf(failure.getMessage()).contains("Acquisition timeout");
  }

  private Outage() {}
}
