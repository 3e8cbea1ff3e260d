package pms.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import pms.platform.test.PmsPlatform;

/** How the gateway is set up for the tests that need a running one: small limits, little patience. */
public class Gateway implements QuarkusTestProfile {

  /** Where a proxy that is trusted connects from; another of the addresses that mean this very machine. */
  public static final String PROXY = "127.0.0.2";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "pms.gateway.trusted-proxies", PROXY + ",192.0.2.0/24",
        "pms.gateway.limits.user-per-second", "50",
        "pms.gateway.limits.user-burst", "150",
        "pms.gateway.upstream.idle-timeout", "3s",
        "pms.gateway.limits.address-per-second", "200",
        "pms.gateway.limits.address-burst", "200",
        "pms.gateway.origins", "https://friend.example",
        "pms.gateway.live.heartbeat", "300ms",
        "pms.gateway.live.per-user", "3",
        "pms.gateway.live.remembered", "10");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(PmsPlatform.class, Map.of("databases", "upload")), new TestResourceEntry(StandIns.class));
  }
}
