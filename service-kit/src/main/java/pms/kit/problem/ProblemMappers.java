package pms.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Everything that goes wrong on a request's way becomes a problem document; nothing leaves a stack trace with the caller. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(Problem problem, UriInfo uri) {
    return respond(problem, uri);
  }

  @ServerExceptionMapper
  Response violation(ConstraintViolationException violations, UriInfo uri) {
    List<FieldError> errors =
        violations.getConstraintViolations().stream().map(ProblemMappers::fieldError).sorted(
            Comparator.comparing(FieldError::field)).toList();
    return respond(Problem.invalid(errors), uri);
  }

  /** The last is named because Quarkus has a mapper of its own for it, which would win. */
  @ServerExceptionMapper({
    JacksonException.class, JsonProcessingException.class, JsonMappingException.class, MismatchedInputException.class
  })
  Response unreadableJson(Exception unreadable, UriInfo uri) {
    return respond(Unreadable.problem(unreadable), uri);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthorized(SecurityException refused, UriInfo uri) {
    Problem problem =
        Problem.of(401, "unauthorized", "Unauthorized", "A valid access token is needed: Authorization: Bearer …");
    return Response.fromResponse(respond(problem, uri)).header("WWW-Authenticate", "Bearer").build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refused, UriInfo uri) {
    return respond(Problem.of(403, "forbidden", "Forbidden", "Your role does not allow this."), uri);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException refused, UriInfo uri) {
    if (refused.getCause() instanceof JacksonException unreadable) {
      return respond(Unreadable.problem(unreadable), uri);
    }
    Optional<Problem> parameter = Unreadable.parameter(refused, uri);
    if (parameter.isPresent()) {
      return respond(parameter.get(), uri);
    }
    Response original = refused.getResponse();
    Response mapped = respond(WebProblems.of(original.getStatus()), uri);
    return original.getHeaderString("Allow") == null
        ? mapped
        : Response.fromResponse(mapped).header("Allow", original.getHeaderString("Allow")).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable unexpected, UriInfo uri) {
    if (Outage.isBehind(unexpected)) {
      LOG.warnf("a back end is away: trace %s: %s", traceId(), unexpected);
      return Response.fromResponse(respond(Outage.PROBLEM, uri)).header("Retry-After", "5").build();
    }
    LOG.errorf(unexpected, "request failed: trace %s", traceId());
    return respond(
        Problem.of(500, "internal", "Internal error", "This is our fault; nothing of yours is lost. Quote the trace id."),
        uri);
  }

  private static Response respond(Problem problem, UriInfo uri) {
    ProblemBody body =
        new ProblemBody(
            "urn:pms:problem:" + problem.type(),
            problem.title(),
            problem.status(),
            problem.getMessage(),
            uri.getRequestUri().getRawPath(),
            traceId(),
            problem.errors());
    return Response.status(problem.status()).type(ProblemBody.MEDIA_TYPE).entity(body).build();
  }

  private static String traceId() {
    Span span = Span.current();
    return span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : null;
  }

  private static FieldError fieldError(ConstraintViolation<?> violation) {
    List<String> path =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).skip(1).map(Path.Node::toString).toList();
    // The first nodes name our method and its parameter; a caller only knows the field below them.
    List<String> known = path.size() > 1 ? path.subList(1, path.size()) : path;
    return new FieldError(String.join(".", known), violation.getMessage());
  }
}
