package pms.upload.body;

import java.util.Optional;

/** A request whose body is the file itself. */
final class OneFile implements IncomingForm {

  private Optional<IncomingFile> file;

  OneFile(IncomingFile file) {
    this.file = Optional.of(file);
  }

  @Override
  public Optional<IncomingFile> next() {
    Optional<IncomingFile> next = file;
    file = Optional.empty();
    return next;
  }

  @Override
  public Optional<String> field(String name) {
    return Optional.empty();
  }
}
