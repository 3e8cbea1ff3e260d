package pms.kit.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, from the verified access token and from nowhere else. */
@RequestScoped
public class Caller {

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /** Keycloak's {@code sub}: the owner id of everything the caller has. */
  public String id() {
    return token.getSubject();
  }

  /** The login name; may change, so it is shown but never stored as a key. */
  public String name() {
    return token.getClaim("preferred_username");
  }

  public Set<String> roles() {
    return new TreeSet<>(identity.getRoles());
  }

  public Set<String> groups() {
    return new TreeSet<>(token.getGroups());
  }

  /** A claim as text; null when the token has none. */
  public String claim(String name) {
    Object value = token.getClaim(name);
    return value == null ? null : value.toString();
  }

  /** The value of the {@code Authorization} header, to ask another service in the caller's name. */
  public String authorization() {
    return "Bearer " + token.getRawToken();
  }
}
