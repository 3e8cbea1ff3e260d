package pms.upload.image;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test can reach. */
public class SmallLimits implements QuarkusTestProfile {

  /** More than one part for the object store. */
  static final int LARGEST = 10 << 20;

  static final int QUOTA = 16 << 20;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "pms.upload.largest", String.valueOf(LARGEST),
        "pms.upload.quota", String.valueOf(QUOTA),
        "pms.upload.sweep.floor", "5");
  }
}
