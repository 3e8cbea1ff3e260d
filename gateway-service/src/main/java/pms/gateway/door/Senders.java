package pms.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pms.gateway.GatewayConfig;

/**
 * From which address a request comes. Behind a proxy all would come from the proxy's; one that we trust is believed when it says for
 * whom it speaks, and only the last word counts that one of ours has added: what stands before it anybody can have written.
 */
@ApplicationScoped
public class Senders {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** As proxies write it, some with the port: {@code 192.0.2.1}, {@code 192.0.2.1:4711}, {@code 2001:db8::1}, {@code [2001:db8::1]:4711}. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(\\d+\\.\\d+\\.\\d+\\.\\d+)(?::\\d+)?|\\[?([0-9A-Fa-f.]*:[0-9A-Fa-f.:]*)(?:](?::\\d+)?)?)");

  private final Set<AddressRange> trusted;

  @Inject
  Senders(GatewayConfig config) {
    this(config.trustedProxies().orElse(Set.of()));
  }

  Senders(Collection<AddressRange> trusted) {
    this.trusted = Set.copyOf(trusted);
  }

  public String address(HttpServerRequest request) {
    return address(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR));
  }

  /**
   * @param peer whom the connection is with
   * @param told what the request's headers say of those before, the nearest last
   */
  String address(String peer, List<String> told) {
    if (trusted.isEmpty() || told.isEmpty()) {
      return peer;
    }
    InetAddress sender = InetAddress.ofLiteral(peer);
    for (String before : told.stream().flatMap(line -> Stream.of(line.split(","))).toList().reversed()) {
      Optional<InetAddress> address = read(before.strip());
      if (!isTrusted(sender) || address.isEmpty()) {
        break;
      }
      sender = address.get();
    }
    return sender.getHostAddress();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static Optional<InetAddress> read(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(address.group(1) != null ? address.group(1) : address.group(2)));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
