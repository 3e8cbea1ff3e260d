package pms.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.platform.Endpoints;
import pms.platform.Home;
import pms.platform.Ports;
import pms.platform.Site;
import pms.platform.install.AnalysisPluginJar;
import pms.platform.install.Versions;
import pms.platform.namespace.Namespace;
import pms.platform.process.Launch;

/**
 * X5: everybody on a machine can read command lines, so there is no secret in any; and in its environment a process finds those
 * it needs and no other's. Nothing is started here: the programs are empty files where the real ones would be.
 */
class SecretsTest {

  private static final String DATABASE = "secret-of-the-databases";
  private static final String STORE = "secret-of-the-store";
  private static final String ADMINISTRATOR = "secret-of-the-administrator";

  @TempDir Path folder;

  @Test
  void no_command_line_holds_a_secret_and_no_process_finds_one_that_is_not_for_it() throws IOException {
    Site site = site();
    Map<String, Launch> launches = new HashMap<>();
    for (Server server : Servers.all()) {
      launches.put(server.name(), server.launch(site));
    }
    launches.forEach((name, launch) -> {
      assertThat(String.join(" ", launch.command())).as("command of %s", name).doesNotContain(DATABASE, STORE, ADMINISTRATOR);
      assertThat(needed(name)).as("secrets in the environment of %s", name).containsAll(found(launch));
    });
    assertThat(launches).hasSize(12);
  }

  private static Set<String> needed(String server) {
    return switch (server) {
      case "postgresql", "kafka", "elasticsearch", "redis", "s3" -> Set.of();
      case "keycloak" -> Set.of(DATABASE, ADMINISTRATOR);
      default -> Set.of(DATABASE, STORE);
    };
  }

  private static Set<String> found(Launch launch) {
    String all = String.join(" ", launch.environment().values());
    return Set.copyOf(List.of(DATABASE, STORE, ADMINISTRATOR).stream().filter(all::contains).toList());
  }

  private Site site() throws IOException {
    Home home = new Home(folder, folder.resolve(".pms"));
    Files.createDirectories(home.archives());
    file(home.archives().resolve("s3proxy-" + Versions.of("s3proxy") + ".jar"));
    program(home, "keycloak-" + Versions.of("keycloak") + "-postgres", "lib/quarkus-run.jar");
    program(home, "postgresql-" + Versions.of("postgresql"), "bin/postgres");
    program(home, "elasticsearch-" + Versions.of("elasticsearch") + "-" + AnalysisPluginJar.fingerprint(), "config/jvm.options");
    Path redis = program(home, "redis-" + Versions.of("redis"), "redis-server");
    Files.writeString(redis, "#!/bin/sh\n");
    assertThat(redis.toFile().setExecutable(true)).isTrue();
    file(home.data("postgresql").resolve("cluster/PG_VERSION"));
    file(home.data("kafka").resolve("log/meta.properties"));
    file(home.root().resolve("auth-config/realm/pms-realm.json"));
    for (Server service : QuarkusService.all()) {
      file(home.root().resolve(service.name() + "-service/target/quarkus-app/quarkus-run.jar"));
    }
    return new Site(home, Ports.from(Map.of()), endpoints(), Namespace.development());
  }

  private static Endpoints endpoints() {
    Endpoints usual = Endpoints.of(Ports.from(Map.of()));
    return new Endpoints(
        usual.jdbc(), usual.databaseUser(), DATABASE, usual.kafka(), usual.s3(), usual.s3AccessKey(), STORE,
        usual.elasticsearch(), usual.redis(), usual.oidc(), usual.keycloakAdmin(), ADMINISTRATOR);
  }

  private static Path program(Home home, String name, String file) throws IOException {
    return file(home.servers().resolve(name).resolve(file));
  }

  private static Path file(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
