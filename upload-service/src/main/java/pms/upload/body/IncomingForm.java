package pms.upload.body;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import pms.kit.problem.Problem;

/** A request that may bring several files, one after the other as they come off the wire, and short texts before them. */
public interface IncomingForm {

  /** The next file; what is unread of the one before it is passed over. Empty when there is none any more. */
  Optional<IncomingFile> next() throws IOException;

  /** The next file, which has to be there. */
  default IncomingFile one() throws IOException {
    return next().orElseThrow(() -> Problem.invalid("file", "the form has no part of this name"));
  }

  /** A text field that came before the files read so far. */
  Optional<String> field(String name);

  /** A request that is to bring one file: as part {@code file} of a form, or as the body itself. */
  static IncomingForm ofOne(HttpHeaders request, InputStream body) throws IOException {
    return IncomingFiles.form(request, body, true);
  }

  /** The form of a page, with any number of files. */
  static IncomingForm ofMany(HttpHeaders request, InputStream body) throws IOException {
    return IncomingFiles.form(request, body, false);
  }
}
