package pms.gateway.door;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import pms.gateway.limit.RateLimits;
import pms.gateway.route.Routes;
import pms.kit.problem.Problem;

/**
 * Who asks, and whether they ask too often. Everything under {@code /api} needs a valid token, except {@link OpenPaths}
 * and open routes; the services check it again. With a token the user is counted, else the address.
 */
@ApplicationScoped
class Visitors {

  private static final Logger LOG = Logger.getLogger(Visitors.class);

  /** After Quarkus has prepared the identity (200) and before its authorization (100). */
  private static final int AFTER_AUTHENTICATION = 150;

  private static final String CONTEXT = Visitors.class.getName();

  private final IdentityProviderManager identities;
  private final RateLimits limits;
  private final Routes routes;
  private final Senders senders;

  Visitors(IdentityProviderManager identities, RateLimits limits, Routes routes, Senders senders) {
    this.identities = identities;
    this.routes = routes;
    this.limits = limits;
    this.senders = senders;
  }

  void register(@Observes Filters filters) {
    filters.register(this::identify, AFTER_AUTHENTICATION);
  }

  private void identify(RoutingContext request) {
    request.put(CONTEXT, Vertx.currentContext());
    String path = request.request().path();
    if (routes.isOpen(request.request().method().name(), path)) {
      count(request, limits.visitor(address(request)), RoutingContext::next);
    } else if (!path.startsWith("/api/")) {
      request.next();
    } else if (OpenPaths.ALL.contains(path)) {
      count(request, limits.address(address(request)), RoutingContext::next);
    } else if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      authenticate(request);
    } else {
      refuse(request, "Bearer realm=\"pms\"");
    }
  }

  private void authenticate(RoutingContext request) {
    List<String> tokens = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (tokens.size() != 1 || !BearerHeader.isOne(tokens.getFirst())) {
      refuse(request, "Bearer realm=\"pms\", error=\"invalid_request\"");
      return;
    }
    // Quarkus' own handler would end the response in words of its own.
    request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (same, failure) -> {});
    QuarkusHttpUser.getSecurityIdentity(request, identities)
        .subscribe()
        .with(identity -> admit(request, identity), failure -> doubt(request, failure));
  }

  private void admit(RoutingContext request, SecurityIdentity identity) {
    Optional<String> user =
        identity.getPrincipal() instanceof JsonWebToken token ? Optional.ofNullable(token.getSubject()) : Optional.empty();
    if (user.isEmpty()) {
      refuse(request, "Bearer realm=\"pms\", error=\"invalid_token\"");
      return;
    }
    count(request, limits.user(user.get()), RoutingContext::next);
  }

  private void doubt(RoutingContext request, Throwable failure) {
    if (failure instanceof AuthenticationFailedException || failure instanceof AuthenticationCompletionException) {
      LOG.debugf("refused a token: %s", failure.getMessage());
      refuse(request, "Bearer realm=\"pms\", error=\"invalid_token\"");
      return;
    }
    LOG.warnf("cannot check tokens: %s", failure);
    Refusals.send(
        request,
        Problem.of(503, "cannot-check-token", "Service unavailable", "Tokens cannot be checked at the moment."),
        Duration.ofSeconds(5));
  }

  private void refuse(RoutingContext request, String challenge) {
    count(request, limits.address(address(request)), counted -> {
      counted.response().putHeader("WWW-Authenticate", challenge);
      Refusals.send(counted, Refusals.NO_TOKEN);
    });
  }

  /** Goes on where the request began: Keycloak and Redis may answer on another thread. */
  private void count(RoutingContext request, CompletionStage<Duration> wait, Consumer<RoutingContext> allowed) {
    Context context = request.get(CONTEXT);
    wait.thenAccept(pause -> context.runOnContext(here -> {
      if (request.response().ended() || request.response().closed()) {
        return;
      }
      if (pause.isZero()) {
        allowed.accept(request);
      } else {
        Refusals.send(request, Refusals.busy(pause), pause);
      }
    }));
  }

  private String address(RoutingContext request) {
    return senders.address(request.request());
  }
}
