package pms.platform.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pms.platform.Home;
import pms.platform.Http;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.install.Versions;
import pms.platform.namespace.Namespaces;
import pms.platform.process.Launch;

/** S3Proxy over plain files. Type and metadata of an object are extended attributes of its file. */
public final class S3Server implements Server {

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.S3);
  }

  @Override
  public Launch launch(Site site) {
    Path settings = data(site).resolve("s3proxy.conf");
    Home.write(settings, settings(site, Home.folder(data(site).resolve("buckets"))));
    Path jar = site.installation().archive("s3proxy-" + Versions.of("s3proxy"), ".jar");
    List<String> command = Jvm.server(site, this, jar, "192m", "-DLOG_LEVEL=warn");
    command.addAll(Jvm.FULL_COMPILER);
    command.addAll(List.of("-jar", jar.toString(), "--properties", settings.toString()));
    return new Launch(command, Map.of(), data(site));
  }

  /** It knows nobody without a signature, and says so as soon as it works. */
  @Override
  public boolean isReady(Site site) {
    return Http.status(site.endpoints().s3() + "/").orElse(0) == 403;
  }

  @Override
  public void furnish(Site site) {
    new Namespaces(site.endpoints()).createBucket(site.names());
  }

  private static String settings(Site site, Path buckets) {
    return """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.identity=unused
        jclouds.credential=unused
        jclouds.filesystem.basedir=%s
        """
        .formatted(site.endpoints().s3(), site.endpoints().s3AccessKey(), site.endpoints().s3SecretKey(), buckets);
  }
}
