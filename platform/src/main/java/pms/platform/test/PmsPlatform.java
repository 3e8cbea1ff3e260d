package pms.platform.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import pms.platform.Endpoints;
import pms.platform.namespace.Namespace;
import pms.platform.namespace.Namespaces;

/**
 * Gives a {@code @QuarkusTest} the real servers and a namespace of its own, dropped at the end:
 *
 * <pre>{@code @QuarkusTestResource(PmsPlatform.class)}</pre>
 *
 * The variables a service reads ({@code PMS_KAFKA} …) become config properties. The init argument {@code databases} names the
 * services whose databases are wanted ({@code "upload,metadata"}); without it all are made. Where the servers come from: {@link
 * TestPlatform}.
 */
public final class PmsPlatform implements QuarkusTestResourceLifecycleManager {

  /** System properties, because a test's class loader sees another copy of this class than the one that was started. */
  private static final String SHARED = "pms.test.";

  private List<String> services = Namespace.SERVICES_WITH_DATABASE;
  private Namespaces namespaces;
  private Namespace names;

  @Override
  public void init(Map<String, String> arguments) {
    Optional.ofNullable(arguments.get("databases"))
        .ifPresent(list -> services = Arrays.stream(list.split(",")).map(String::strip).toList());
  }

  @Override
  public Map<String, String> start() {
    Endpoints endpoints = TestPlatform.find().endpoints();
    namespaces = new Namespaces(endpoints);
    namespaces.dropLeftovers();
    names = Namespace.forTest(module());
    namespaces.create(names, services);
    Map<String, String> variables = endpoints.environment(names);
    variables.forEach((name, value) -> System.setProperty(SHARED + name, value));
    return variables;
  }

  @Override
  public void stop() {
    if (names != null) {
      namespaces.drop(names);
      names = null;
    }
  }

  /** Where the servers of the running test are, for a look behind the service under test. */
  public static Endpoints endpoints() {
    return Endpoints.from(variables()).orElseThrow(() -> new IllegalStateException("no PmsPlatform was started for this test"));
  }

  /** The names the running test has on them. */
  public static Namespace names() {
    return Namespace.ofBucket(variables().get("PMS_S3_BUCKET"));
  }

  private static Map<String, String> variables() {
    Properties all = System.getProperties();
    return all.stringPropertyNames().stream()
        .filter(name -> name.startsWith(SHARED))
        .collect(Collectors.toMap(name -> name.substring(SHARED.length()), all::getProperty));
  }

  private static String module() {
    String folder = Path.of("").toAbsolutePath().getFileName().toString();
    return folder.replace("-service", "");
  }
}
