package pms.sharing.publicpage;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import java.util.stream.Stream;

/** What a request without login says of who sends it: the passes it was given before, and where it comes from. */
public class Guest {

  static final String COOKIE = "pms-link-pass";
  static final String KEY = "pms-guest-key";
  static final String HEADER = "Link-Pass";
  private static final int LONGEST_ADDRESS = 64;

  @CookieParam(COOKIE)
  String cookie;

  @HeaderParam(HEADER)
  String header;

  /** By which what was said on a page is known to be theirs. */
  @CookieParam(KEY)
  String key;

  /** Set by the gateway, which takes away what clients claim. */
  @HeaderParam("X-Forwarded-For")
  String forwardedFor;

  @Context HttpServerRequest request;

  Stream<String> passes() {
    return Stream.of(cookie, header).filter(pass -> pass != null);
  }

  /** Null when they have said nothing yet. */
  public String key() {
    return key;
  }

  public String address() {
    boolean direct = forwardedFor == null || forwardedFor.isBlank();
    String address = direct ? request.remoteAddress().hostAddress() : forwardedFor.strip();
    return address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address;
  }
}
