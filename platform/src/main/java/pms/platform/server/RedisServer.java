package pms.platform.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pms.platform.Home;
import pms.platform.Port;
import pms.platform.PlatformException;
import pms.platform.Site;
import pms.platform.install.Archive;
import pms.platform.install.Versions;
import pms.platform.process.Commands;
import pms.platform.process.Launch;

/** Redis from the binaries in embedded-redis, or the machine's own where those do not run. */
public final class RedisServer implements Server {

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.REDIS);
  }

  @Override
  public void install(Site site) {
    program(site);
  }

  @Override
  public Launch launch(Site site) {
    Path data = Home.folder(data(site));
    List<String> command =
        List.of(
            program(site), "--bind", "127.0.0.1", "--port", "" + site.port(Port.REDIS), "--dir", data.toString(),
            "--appendonly", "yes", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru");
    return new Launch(command, Map.of(), data);
  }

  @Override
  public boolean isReady(Site site) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", site.port(Port.REDIS)), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII).equals("+PONG\r\n");
    } catch (IOException e) {
      return false; // not yet, or no longer: that is the answer
    }
  }

  private static String program(Site site) {
    String version = Versions.of("redis");
    Path folder =
        site.installation()
            .of(
                "redis-" + version,
                into -> {
                  Path jar = site.installation().archive("embedded-redis-", version + ".jar");
                  Archive.extract(jar, entry(), into.resolve("redis-server"));
                  Archive.makeExecutable(into.resolve("redis-server"));
                });
    String own = folder.resolve("redis-server").toString();
    return runs(own, folder) ? own : ofTheMachine(folder);
  }

  private static String ofTheMachine(Path folder) {
    if (runs("redis-server", folder)) {
      return "redis-server";
    }
    throw new PlatformException("The bundled Redis needs OpenSSL 3 (package libssl3): install that, or the package redis-server.");
  }

  private static boolean runs(String program, Path folder) {
    try {
      Commands.run(List.of(program, "--version"), folder, Map.of());
      return true;
    } catch (PlatformException e) {
      return false; // not there or not loadable: the caller tries another
    }
  }

  private static String entry() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (mac) {
      return arm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
    }
    return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
  }
}
