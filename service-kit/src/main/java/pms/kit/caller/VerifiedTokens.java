package pms.kit.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Does not verify again what was verified a moment ago: a screen of thumbnails brings the same token two hundred times, and to verify
 * it is half the work of a small request. Only what Quarkus has admitted gets in here; what is not in here goes to Quarkus. A token
 * ends at its own time, and a key that Keycloak withdrew ends a minute later at most.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  /** Of one to two kilobytes each, and their claims. */
  private static final int MOST = 2_000;
  /** Quarkus' own providers have 1,001, and a higher number is asked first. */
  private static final int FIRST = 2_000;

  private final Clock clock;
  private final Cache<String, SecurityIdentity> verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  /** Null, so that the next provider is asked, unless exactly this token is known. */
  @Override
  public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!(request.getToken() instanceof AccessTokenCredential token)) {
      return Uni.createFrom().nullItem();
    }
    SecurityIdentity known = verified.getIfPresent(token.getToken());
    RoutingContext now = HttpSecurityUtils.getRoutingContextAttribute(request);
    return known == null || now == null || hasEnded(known)
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(copy(known, Map.of(HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE, now)));
  }

  /** Whoever comes here was let in. */
  @Override
  public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
    AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
    if (token != null && identity.getPrincipal() instanceof JsonWebToken) {
      // Not renewed by being used, or a withdrawn key would live as long as its token is used.
      verified.asMap().computeIfAbsent(token.getToken(), first -> copy(identity, Map.of()));
    }
    return Uni.createFrom().item(identity);
  }

  private boolean hasEnded(SecurityIdentity identity) {
    return clock.instant().getEpochSecond() >= ((JsonWebToken) identity.getPrincipal()).getExpirationTime();
  }

  /** Without the request it came with, which would be kept in memory, and seen by others. Rights by scope, which nothing here uses, are left out. */
  private static SecurityIdentity copy(SecurityIdentity identity, Map<String, Object> more) {
    Map<String, Object> attributes = new HashMap<>(identity.getAttributes());
    attributes.remove(HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE);
    attributes.putAll(more);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredentials(identity.getCredentials())
        .addAttributes(attributes)
        .build();
  }
}
