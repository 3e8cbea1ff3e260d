package pms.gateway.route;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import pms.kit.problem.Problem;

/** Why a service gave no answer. */
enum Failure {
  /** Nobody there: it was not reached, so nothing was done. */
  UNREACHABLE(503, "service-unavailable", "Service unavailable", "The %s service is not there at the moment; nothing was done."),
  /** Too many others wait already. */
  BUSY(503, "service-busy", "Service busy", "The %s service has too much to do; nothing was done."),
  /** It hung up: whether it did something is not known. */
  BROKEN(502, "bad-gateway", "Bad gateway", "The %s service broke off; whether it did anything is not known."),
  /** It is silent: whether it does something is not known. */
  SILENT(504, "gateway-timeout", "Gateway timeout", "The %s service did not answer in time; it may still do it.");

  private final int status;
  private final String type;
  private final String title;
  private final String detail;

  Failure(int status, String type, String title, String detail) {
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
  }

  /** @param late whether all patience was used up; then a closed connection is one we closed ourselves */
  static Failure of(Throwable failure, boolean late) {
    return switch (failure) {
      case ConnectionPoolTooBusyException busy -> BUSY;
      case ConnectException gone -> UNREACHABLE;
      case NoRouteToHostException gone -> UNREACHABLE;
      case UnknownHostException gone -> UNREACHABLE;
      case TimeoutException silent -> SILENT;
      default -> late ? SILENT : BROKEN;
    };
  }

  Problem problem(String service) {
    return Problem.of(status, type, title, detail.formatted(service));
  }

  /** Seconds after which another try makes sense. */
  String retryAfter() {
    return this == BUSY ? "1" : "5";
  }
}
