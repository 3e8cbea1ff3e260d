package pms.gateway.event;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import pms.gateway.GatewayConfig;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** The changes of what is the caller's, and of albums and pictures that are shared with them, as they happen. */
@Path("/api/events")
@NonBlocking
class EventsResource {

  private static final String USER = "user:";
  private static final String GROUP = "group:";

  private final GatewayConfig.Live config;
  private final LiveChanges live;
  private final Caller caller;
  private final Vertx vertx;
  private final Clock clock;

  EventsResource(GatewayConfig gateway, LiveChanges live, Caller caller, Vertx vertx, Clock clock) {
    this.config = gateway.live();
    this.live = live;
    this.caller = caller;
    this.vertx = vertx;
    this.clock = clock;
  }

  @GET
  @RolesAllowed("user")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      summary = "Live changes (server-sent events)",
      description =
          "One event for each change of the caller's own images and albums and of albums and pictures shared with them"
              + " (these tell ids only: fetch what changed). Send Last-Event-ID to go on where you were; an"
              + " event `reset` says that some were missed, `expired` that the token is no longer valid. A change may be told"
              + " twice.")
  @APIResponse(
      responseCode = "200",
      description = "A stream that goes on until the token ends",
      content =
          @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Change.class)))
  public Multi<OutboundSseEvent> events(@HeaderParam("Last-Event-ID") String lastId, @Context Sse sse) {
    Set<String> subjects = subjects();
    Duration life = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(caller.claim("exp"))));
    if (live.full(USER + caller.id())) {
      throw Problem.of(429, "too-many-streams", "Too many streams", "Close one of your other live streams first.");
    }
    return Multi.createFrom().emitter(out -> open(subjects, lastId, life, new LiveStream(sse, out)), config.queue());
  }

  private void open(Set<String> subjects, String lastId, Duration life, LiveStream stream) {
    stream.start(vertx, config.heartbeat(), life, () -> live.leave(subjects, stream));
    live.join(subjects, lastId, stream);
  }

  /** As the token proves them; the stream ends with it. */
  private Set<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>();
    subjects.add(USER + caller.id());
    caller.groups().forEach(group -> subjects.add(GROUP + group));
    return subjects;
  }
}
