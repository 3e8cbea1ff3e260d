package pms.upload.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The one file of an upload request, still on the wire. */
public interface IncomingFile {

  /** To be read once; not to be closed, since that would wait for the rest of what is refused. */
  InputStream content();

  /** Length of the file if the request tells, else −1. */
  long length();

  /** What the file must at least have, by the length of the request: too much is refused before a byte is read. */
  long leastBytes();

  /** As the client wrote it. */
  Optional<String> fileName();

  /** The checksum the client vouches for. */
  Optional<Expected> expected();

  /** Reads what follows the file; an exception says that the request did not end as it should. */
  void end() throws IOException;

  /** @param field the header it stands in */
  record Expected(String field, Sha256 sha256) {}
}
