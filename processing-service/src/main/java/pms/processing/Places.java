package pms.processing;

import java.nio.file.Path;
import pms.kit.worker.OwnFolder;

/** Where this process keeps the files of pictures in work. */
public final class Places {

  public static OwnFolder own(ProcessingConfig config) {
    return new OwnFolder(config.folder().orElse(Path.of(System.getProperty("java.io.tmpdir"))), "pms-processing-");
  }

  private Places() {}
}
