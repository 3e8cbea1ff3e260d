package pms.platform.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import pms.platform.Home;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.install.Versions;
import pms.platform.namespace.Namespaces;
import pms.platform.process.Commands;
import pms.platform.process.Launch;
import pms.platform.process.PortOwner;

/** One Kafka node that is broker and controller. */
public final class KafkaServer implements Server {

  /** Any will do, as long as it stays the same for the data folder. */
  private static final String CLUSTER = "cG1zLWRldmVsb3BtZW50MQ";

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
  }

  @Override
  public Launch launch(Site site) {
    Path settings = data(site).resolve("server.properties");
    Home.write(settings, settings(site));
    if (!Files.exists(data(site).resolve("log/meta.properties"))) {
      List<String> format = java(site, Jvm.tool(site, "128m"), "kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString());
      Commands.run(format, data(site), Map.of());
    }
    return new Launch(java(site, Jvm.server(site, this, jars(site), "256m"), "kafka.Kafka", settings.toString()), Map.of(), data(site));
  }

  /** The port opens before the broker is of any use, so it is asked something. */
  @Override
  public boolean isReady(Site site) {
    if (!PortOwner.isOpen(site.port(Port.KAFKA))) {
      return false; // spares the client's lengthy complaints
    }
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, site.endpoints().kafka(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(9, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false; // not yet, or no longer: that is the answer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void furnish(Site site) {
    new Namespaces(site.endpoints()).createTopics(site.names());
  }

  private static Path jars(Site site) {
    return site.home().archives().resolve("kafka-" + Versions.of("kafka"));
  }

  private static List<String> java(Site site, List<String> jvm, String... arguments) {
    List<String> command = new ArrayList<>(jvm);
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS", "-cp", jars(site) + "/*"));
    command.addAll(List.of(arguments));
    return command;
  }

  private String settings(Site site) {
    String broker = "127.0.0.1:" + site.port(Port.KAFKA);
    String controller = "127.0.0.1:" + site.port(Port.KAFKA_CONTROLLER);
    List<String> lines = new ArrayList<>();
    lines.add("process.roles=broker,controller");
    lines.add("node.id=1");
    lines.add("controller.quorum.voters=1@" + controller);
    lines.add("listeners=PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
    lines.add("advertised.listeners=PLAINTEXT://" + broker);
    lines.add("controller.listener.names=CONTROLLER");
    lines.add("listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    lines.add("inter.broker.listener.name=PLAINTEXT");
    lines.add("log.dirs=" + data(site).resolve("log"));
    lines.addAll(ONE_SMALL_NODE);
    return String.join("\n", lines) + "\n";
  }

  private static final List<String> ONE_SMALL_NODE =
      List.of(
          "offsets.topic.replication.factor=1",
          "offsets.topic.num.partitions=5",
          "transaction.state.log.replication.factor=1",
          "transaction.state.log.min.isr=1",
          "transaction.state.log.num.partitions=5",
          "share.coordinator.state.topic.replication.factor=1",
          "share.coordinator.state.topic.min.isr=1",
          "group.initial.rebalance.delay.ms=0",
          "auto.create.topics.enable=false",
          // After a kill -9 the new process waits until the old one's session is over: 9 s by default.
          "broker.session.timeout.ms=3000",
          "broker.heartbeat.interval.ms=1000",
          // The cleaner reserves 128 MB of heap by default, an index file 10 MB of address space per partition.
          "log.cleaner.dedupe.buffer.size=8388608",
          "log.index.size.max.bytes=1048576",
          "num.network.threads=2",
          "num.io.threads=4",
          "background.threads=2");
}
