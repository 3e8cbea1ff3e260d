package pms.processing;

import java.nio.file.Path;

/** Where this process keeps the files of pictures in work. */
public final class Places {

  public static final String PREFIX = "pms-processing-";

  public static Path own(ProcessingConfig config) {
    Path parent = config.folder().orElse(Path.of(System.getProperty("java.io.tmpdir")));
    return parent.resolve(PREFIX + ProcessHandle.current().pid());
  }

  private Places() {}
}
