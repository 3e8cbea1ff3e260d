package pms.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pms.gateway.door.AddressRange;
import pms.gateway.route.Route;

/** The door's settings. */
@ConfigMapping(prefix = "pms.gateway")
public interface GatewayConfig {

  /** Address under which people reach the gateway. */
  URI publicUrl();

  /** Where each service answers, by its short name. */
  Map<String, URI> services();

  /** Which request goes where; the first that matches wins. */
  List<Route> routes();

  /** Foreign origins whose pages may call the API, beside our own. */
  Optional<Set<String>> origins();

  /**
   * Proxies before us, by address or range of addresses, that tell truly for whom they speak ({@code X-Forwarded-For}); none unless
   * they are named, since whoever can write that header would choose as whom to be counted.
   */
  Optional<Set<AddressRange>> trustedProxies();

  /** The longest body; a service may allow less. */
  MemorySize maxBody();

  Upstream upstream();

  Limits limits();

  Live live();

  /** How the services behind are spoken to. */
  interface Upstream {

    @WithDefault("2s")
    Duration connectTimeout();

    /** A request on which nothing moves for so long, in either direction, is given up. */
    @WithDefault("120s")
    Duration idleTimeout();

    /** How long an unused connection is kept; shorter than what the services do, so that none is used that they just closed. */
    @WithDefault("15s")
    Duration keepAlive();

    /** Most connections to one service. */
    @WithDefault("256")
    int connections();

    /** Most requests that wait for a connection; more are answered 503. */
    @WithDefault("1024")
    int waiting();
  }

  /** How often somebody may ask: a bucket of so many requests that refills so fast. */
  interface Limits {

    @WithDefault("100")
    int userPerSecond();

    /** A grid of thumbnails is a burst. */
    @WithDefault("400")
    int userBurst();

    /** For requests without a valid token. */
    @WithDefault("20")
    int addressPerSecond();

    @WithDefault("100")
    int addressBurst();

    /** Counts in Redis, so that all replicas count together; without it, or while it is away, each counts alone. */
    @WithDefault("true")
    boolean shared();

    /** Redis has so long to answer. */
    @WithDefault("250ms")
    Duration patience();

    /** After Redis failed, it is left alone for so long. */
    @WithDefault("5s")
    Duration pause();
  }

  /** The live stream of changes. */
  interface Live {

    @WithDefault("15s")
    Duration heartbeat();

    /** Streams that one user may hold open. */
    @WithDefault("20")
    int perUser();

    /** Changes that wait for a slow reader before it is cut off. */
    @WithDefault("256")
    int queue();

    /** Changes remembered for each user and group, for those who come back. */
    @WithDefault("256")
    int remembered();

    /** Users and groups whose changes are remembered; the one longest quiet is forgotten first. */
    @WithDefault("10000")
    int owners();

    /** How far back the topics are read when the gateway starts, so that a restart leaves no gap. */
    @WithDefault("5m")
    Duration memory();
  }
}
